# caught by: texts
# documents.jsonl has a text of which the graph does not know
INSERT DATA { article:unknown schema:articleBody "본문" }
