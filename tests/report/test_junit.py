"""JUnit's XML as CI servers read it."""

from textwrap import dedent
from xml.etree import ElementTree as ET

from datamodel_check.report import Style, render
from tests.report.reports import COLUMN, STALE, hostile, report

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def test_nothing_to_say_is_a_test_that_passes() -> None:
    assert render("junit", report(), Style()) == HEAD + dedent("""\
        <testsuites name="datamodel-check" tests="1" failures="0" skipped="0" errors="0">
          <testsuite name="datamodel-check" tests="1" failures="0" skipped="0" errors="0">
            <testcase classname="datamodel-check" name="4 sections in 1 document agree with the code (2 tables)" />
          </testsuite>
        </testsuites>
        """)


def test_errors_fail_and_the_rest_is_skipped() -> None:
    unresolved = STALE._replace(rule="DM901", severity="warning", location=COLUMN, section=None)
    assert render("junit", report(STALE, unresolved), Style()) == HEAD + dedent("""\
        <testsuites name="datamodel-check" tests="2" failures="1" skipped="1" errors="0">
          <testsuite name="docs/data.md" tests="1" failures="1" skipped="0" errors="0">
            <testcase classname="docs/data.md" name="DM101 stale-section, line 3: table users" file="docs/data.md" line="3">
              <failure message="`table users` is stale" type="DM101">docs/data.md:3:
        `table users` is stale
        users.email: type varchar(100) → varchar(255)
        Run `datamodel-check --fix`.</failure>
            </testcase>
          </testsuite>
          <testsuite name="src/schema.ts" tests="1" failures="0" skipped="1" errors="0">
            <testcase classname="src/schema.ts" name="DM901 unresolved, line 2" file="src/schema.ts" line="2">
              <skipped message="warning: `table users` is stale" />
            </testcase>
          </testsuite>
        </testsuites>
        """)  # noqa: E501  a line of output is a line


def test_hostile_text_is_text() -> None:
    given = hostile()
    change = given.findings[0].changes[0]._replace(text="\ufffe]]></failure><failure>\x00\ud800")
    finding = given.findings[0]._replace(changes=(change,))
    root = ET.fromstring(render("junit", given._replace(findings=(finding,)), Style()))  # noqa: S314  it is ours
    (failure,) = root.iter("failure")
    assert failure.text is not None
    assert "\\ufffe]]></failure><failure>\\u0000\\ud800" in failure.text
