"""What staff and young people fill in about a meeting."""
