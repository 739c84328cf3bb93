"""Source documents to definitions: the schema, then the rules."""
