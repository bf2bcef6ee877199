"""gunicorn's own settings. `gthread` measured fastest of the plain servers on two cores; no control socket."""

import os

pythonpath = "site"
wsgi_app = "config.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 30
graceful_timeout = 20
keepalive = 5
limit_request_line = 4094
limit_request_fields = 60
control_socket_disable = True
accesslog = None  # no address, no query string, no referrer is ever logged (AC-45)
errorlog = "-"
