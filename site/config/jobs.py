"""What has to happen by itself, and the order it happens in. `manage.py tick` runs it; each job is safe to repeat."""
