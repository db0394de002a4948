"""The forms of what the API takes and gives: its contract, from which OpenAPI and the examples are made."""
