"""The texts this product ships with. Plain data; `domain.starter` turns them into pages."""
