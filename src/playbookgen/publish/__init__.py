"""Sites to directories: the MkDocs build, pictures filled in, the exchange."""
