"""The bytes of the constant page, the same on both servers."""

BODY = b"<!doctype html><title>Constant</title>" + b"<p>The same for everybody.</p>" * 50
