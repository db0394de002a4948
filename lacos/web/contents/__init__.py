"""What the pages of ties, actors, claims and happenings show, read from a ledger."""
