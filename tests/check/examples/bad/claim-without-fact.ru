# caught by: claim-without-fact
# the minister visited, but the plain triple is gone
DELETE DATA { id:person\/배경훈 tp:visited id:kist }
