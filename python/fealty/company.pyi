# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""None"""

import datetime
import fealty
import numpy
import typing

class Company:
    """The tables of one company; a table that is not there is a frame without columns.

    A field bears the name of its table, and a frame's columns bear the names of that table's columns. The
    last three tables exist for a simulated company alone: they say what is true.
    """
    @property
    def accounts(self) -> fealty.Frame:
        """account, parent, created, name, and attributes"""
    @property
    def subscriptions(self) -> fealty.Frame:
        """account, start, end, mrr, …: the one table that is always there"""
    @property
    def contracts(self) -> fealty.Frame:
        """account, signed_on, start, end, total, one_time"""
    @property
    def costs(self) -> fealty.Frame:
        """period, sales_and_marketing, cost_of_goods_sold"""
    @property
    def exchange_rates(self) -> fealty.Frame:
        """date, base, quote, rate"""
    @property
    def usage(self) -> fealty.Frame:
        """account, at, event, user, value"""
    @property
    def milestones(self) -> fealty.Frame:
        """account, milestone, date"""
    @property
    def touches(self) -> fealty.Frame:
        """account, date, channel, csm, direction, hours"""
    @property
    def surveys(self) -> fealty.Frame:
        """account, date, kind, score, user"""
    @property
    def tickets(self) -> fealty.Frame:
        """account, opened, closed, severity, escalated, score"""
    @property
    def observations(self) -> fealty.Frame:
        """account, measure, value, date"""
    @property
    def goals(self) -> fealty.Frame:
        """account, goal, unit, baseline, target, date, actual, value_per_unit, cost"""
    @property
    def owners(self) -> fealty.Frame:
        """account, csm, valid_from, valid_to"""
    @property
    def causes(self) -> fealty.Frame:
        """account, date, cause: why each lost account left"""
    @property
    def truth(self) -> fealty.Frame:
        """account and its hidden traits"""
    @property
    def hazards(self) -> fealty.Frame:
        """account, date, and the true hazard of the month that begins then"""
def tables(company: Company) -> dict[str, fealty.Frame]:
    """Lists a company's tables, in the order of its fields."""

def simulate(
    accounts: typing.SupportsIndex,
    seed: typing.SupportsIndex,
    *,
    first: datetime.date | numpy.datetime64 | str = '2022-01-01',
    months: typing.SupportsIndex = 36,
    churn_scale: typing.SupportsFloat | typing.SupportsIndex = 1.0,
    price_rise: typing.SupportsFloat | typing.SupportsIndex = 0.05,
    events_per_week: typing.SupportsFloat | typing.SupportsIndex = 3.0,
) -> Company:
    """Simulates a subscription business: all the tables of a company, and the truth behind them.

    Accounts are won, tried, onboarded, used, raised in price, upgraded and downgraded; they lose their
    sponsors and leave for causes whose hazards depend on usage, sponsor, fit, onboarding, price and
    tickets. Formulas and constants stand in docs/simulator.md. An account depends on the seed, its
    number and the options alone: the first accounts of a larger company are the same. The same call
    gives the same bits with every compiler and on every machine.

    Parameters
    ----------
    accounts
        how many accounts are created, 1 to 10,000,000
    seed
        any number; another seed gives another company
    first
        the first day on which an account may be created
    months
        how long the company is watched, 1 to 600
    churn_scale
        factor of every hazard, 0 to 10; 0: nobody leaves
    price_rise
        share by which prices rise a year, 0 to 0.5
    events_per_week
        usage events of an average account, 0 to 10,000; 0: no usage

    Returns
    -------
    tables in order of account and, within most, of time; amounts in USD; no row and no date of an event
    that lies after the last day

    Raises
    ------
    InvalidInput
        when an argument or option is out of its range
    """

