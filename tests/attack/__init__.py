"""An attacker of our own reports, written without a look at the product's audit (P8, P9). `make attack` runs it."""
