"""Puts this folder where every test finds `lab_driver`; lets drawn examples take their time."""

from hypothesis import HealthCheck, settings

# How long an example takes tells of a busy machine, not of the code.
settings.register_profile("kit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kit")
