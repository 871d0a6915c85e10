"""Which packages a release brings: what learners need, for the systems they have."""

import sys
from importlib.metadata import distribution

from packaging.requirements import Requirement
from release_files import ROOT

from motamot.course.release.requirements import Pin, learner_pins, pins_for
from motamot.course.release.wheelhouse import Target, _batches, find_targets


def test_the_closure_is_what_installed_packages_ask_for() -> None:
    names = {pin.name.lower().replace("_", "-") for pin in learner_pins(ROOT)}
    here = {
        pin.name
        for pin in pins_for(learner_pins(ROOT), Target("here", f"3.{sys.version_info.minor}").environment(7))
    }
    for name in sorted(here):
        for line in distribution(name).requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert needed.name.lower().replace("_", "-") in names, f"{needed.name} of {name}"


def test_markers_are_those_of_the_target_not_of_this_computer() -> None:
    pins = learner_pins(ROOT)
    windows, mac = (
        {pin.version for batch in _batches(pins, Target(system, "3.13")) for pin in batch}
        for system in ("windows", "macos-arm")
    )
    assert any(one.startswith("pywinpty") for one in windows - mac)
    assert any(one.startswith("appnope") for one in mac - windows)


def test_all_patch_levels_of_a_python_are_served_and_no_package_twice_at_once() -> None:
    pins = [
        Pin("s", "s==1", "python_full_version < '3.11.5'", (), ()),
        Pin("s", "s==2", "python_full_version >= '3.11.5'", (), ()),
        Pin("t", "t==1", "", (), ()),
    ]
    assert [[pin.version for pin in batch] for batch in _batches(pins, Target("linux", "3.11"))] == [
        ["s==1", "t==1"],
        ["s==2"],
    ]


def test_targets_are_named_or_this_computer() -> None:
    assert [one.options for one in find_targets([], [])] == [[]]
    targets = find_targets(["windows", "linux"], ["3.11", "3.12", "3.11"])
    assert [(one.system, one.python) for one in targets] == [
        ("windows", "3.11"), ("windows", "3.12"), ("linux", "3.11"), ("linux", "3.12"),
    ]  # fmt: skip
    assert targets[0].options == ["--python-version=3.11", "--platform=win_amd64"]
