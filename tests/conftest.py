"""Puts this folder where every test finds `lab_driver`."""
