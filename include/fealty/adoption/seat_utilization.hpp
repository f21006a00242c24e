// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/seats.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// Settings of seat_utilization().
struct SeatUtilizationOptions {
  std::vector<std::string> events = {};  ///< names that make a user active; by default every event
  std::int32_t window = 28;              ///< days in which a user counts as active, 1 to 65,535
  std::vector<std::int32_t> band_edges = {90, 180, 365};  ///< ages in days at which bands begin, ascending, >
                                                          ///< 0: by default a quarter, half a year, a year; a
                                                          ///< choice of this library
  std::optional<Date> as_of = {};  ///< last day known; by default the last with an event
};

/// Active of paid seats, one row for each account that has seats on as_of.
struct SeatUtilization {
  std::optional<Date> as_of = {};             ///< last day known; none for usage without rows
  bool as_of_inferred = false;                ///< it was not given
  std::int32_t window = 28;                   ///< days in which a user counts as active
  std::vector<std::int32_t> band_edges = {};  ///< ages in days at which bands begin
  IdColumn account;                           ///< ascending
  std::vector<std::int64_t> seats;            ///< paid for on as_of
  std::vector<std::int64_t> active_users;     ///< users of the account with an event in the window
  std::vector<double> utilization;            ///< active_users / seats; none without seats
  std::vector<std::uint8_t> over_used;        ///< 1 where more users are active than seats are paid for
  std::vector<std::int64_t> age_days;         ///< days since the account's start; -1 where it is unknown
  IdColumn band;                              ///< of the age, such as 90-179; null where it is unknown
  std::vector<double> percentile;      ///< share of the band's accounts that use less, and half of those
                                       ///< that use as much, itself among them
  std::vector<Finding> findings = {};  ///< codes: zero_seats, more_active_than_seats, usage_without_seats,
                                       ///< users_unknown, age_unknown, window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("seats", self.seats);
    f("active_users", self.active_users);
    f("utilization", self.utilization);
    f("over_used", self.over_used);
    f("age_days", self.age_days);
    f("band", self.band);
    f("percentile", self.percentile);
  }
};

/// Utilization by age of the accounts, one row for each band.
struct SeatUtilizationBands {
  IdColumn band;                           ///< by age; last null, for accounts whose age is unknown
  std::vector<std::int64_t> accounts;      ///< with at least one seat
  std::vector<std::int64_t> seats;         ///< of them
  std::vector<std::int64_t> active_users;  ///< of them
  std::vector<double> utilization;         ///< active_users / seats
  std::vector<double> lower_quartile;      ///< of the accounts' utilization
  std::vector<double> median;              ///< of the accounts' utilization
  std::vector<double> upper_quartile;      ///< of the accounts' utilization
  std::vector<std::int64_t> unused;        ///< accounts without an active user
  std::vector<std::int64_t> over_used;     ///< accounts with more active users than seats

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("band", self.band);
    f("accounts", self.accounts);
    f("seats", self.seats);
    f("active_users", self.active_users);
    f("utilization", self.utilization);
    f("lower_quartile", self.lower_quartile);
    f("median", self.median);
    f("upper_quartile", self.upper_quartile);
    f("unused", self.unused);
    f("over_used", self.over_used);
  }
};

/// Which share of the seats that an account pays for is used, at as_of.
///
/// A seat is used when a user of the account has an event in the trailing window. Accounts with seats and
/// without usage count 0. Above 1 more users are active than seats are paid for: shared contracts, or seats
/// to sell (finding more_active_than_seats). Without a seat there is no share (zero_seats); accounts with
/// active users that the table of seats lacks on as_of have no row (usage_without_seats). Events without a
/// user use no seat; where no event has one there is no share at all (users_unknown). A low share means
/// little in the first weeks of an account: compare within a band of age.
///
/// \param usage    as made by Usage
/// \param seats    as made by Seats; rows that begin after as_of are not seen
/// \param options  events, window, bands, as_of
/// \returns        one row for each account with seats on as_of, also 0
/// \throws InvalidInput  for events or an as_of that cannot be; unless 1 <= window <= 65,535 and the band
/// edges
///                       ascend from above 0; for accounts that are texts in one table and integers in the
///                       other
SeatUtilization seat_utilization(const Usage& usage, const Seats& seats,
                                 const SeatUtilizationOptions& options = {});

/// Utilization by age of the accounts: what is usual for accounts as old.
///
/// Quartiles are those between the two accounts next to them (R's type 7).
///
/// \param utilization  as made by seat_utilization()
/// \returns            one row for each band, by age
SeatUtilizationBands seat_utilization_bands(const SeatUtilization& utilization);

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_seat_utilization.hpp>
