"""The attacker of rule 11: works against every table before it is published.

`withholding.hold_back` is the way in. Nothing is published that has not been proved harmless by examples:
whole-number answers of all children that fit every published number and yet say something else. A solver
looks for the examples, plain integer arithmetic checks them (D8). So a mistake of the solver, a rounding
error of its floating-point numbers or a lack of time can only lead to a table being withheld.
"""
