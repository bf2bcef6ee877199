"""Pages for workers and chairs, and the child's pages about their meeting."""
