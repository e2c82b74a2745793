# caught by: fact-without-claim
INSERT DATA { id:person\/배경훈 tp:visited id:lg-electronics }
