// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/usage.hpp>
#include <fealty/adoption/user_roles.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::adoption {

/// Settings of champions(), champion_concentration() and champion_events(). The thresholds are choices of
/// this library, not of the field.
struct ChampionOptions {
  std::vector<std::string> events = {};  ///< names of core actions; by default every event
  std::optional<UserRoles> roles = {};   ///< who has which role
  std::vector<std::string> sponsor_roles = {"champion", "sponsor"};  ///< roles whose loss is an event
  std::int32_t window = 28;                                          ///< days that shares are of, 1 to 65,535
  double power_share = 0.2;  ///< of the account's core actions, from which a user is a power user, in (0, 1]
  std::int32_t power_days = 8;    ///< active days of the window, from which on a power user or a sponsor can
                                  ///< fall silent, >= 1: two days a week by default
  std::int32_t silent_days = 28;  ///< days in a row without use after which a user is silent, 1 to 65,535
  double key_person_share =
      0.5;                      ///< share of the first user from which on an account depends on it, in (0, 1]
  double key_person_users = 2;  ///< effective users up to which an account depends on them, >= 1
  std::optional<Date> as_of = {};  ///< last day known; by default the last with an event
};

/// Who does the work, one row for each user of an account who was active in the window.
struct Champions {
  std::optional<Date> as_of = {};          ///< last day known; none for a table without rows
  bool as_of_inferred = false;             ///< it was not given
  std::int32_t window = 28;                ///< days that shares are of
  IdColumn account;                        ///< ascending
  IdColumn user;                           ///< by rank
  IdColumn role;                           ///< on as_of, the one that began last; only with `roles`
  std::vector<std::int64_t> rank;          ///< 1 for who did most; of two as much the lower id comes first
  std::vector<double> actions;             ///< sum of the values of core actions in the window
  std::vector<double> share;               ///< of the account's
  std::vector<std::int64_t> active_days;   ///< of the window
  std::vector<std::int64_t> colleagues;    ///< other users of the account who were active in the window
  std::vector<std::int64_t> streak_weeks;  ///< weeks in a row with an active day, counted back from as_of
  std::vector<std::uint8_t> power_user;    ///< 1 with power_share and power_days
  std::vector<Finding> findings = {};      ///< codes: users_unknown, window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("user", self.user);
    if (self.role.present() || self.rank.empty()) f("role", self.role);
    f("rank", self.rank);
    f("actions", self.actions);
    f("share", self.share);
    f("active_days", self.active_days);
    f("colleagues", self.colleagues);
    f("streak_weeks", self.streak_weeks);
    f("power_user", self.power_user);
  }
};

/// How much of the work hangs on how few, one row for each account with an active user.
struct ChampionConcentration {
  std::optional<Date> as_of = {};          ///< last day known; none for a table without rows
  bool as_of_inferred = false;             ///< it was not given
  std::int32_t window = 28;                ///< days that shares are of
  double key_person_share = 0.5;           ///< of top_share, from which on key_person is 1
  double key_person_users = 2;             ///< of effective_users, up to which key_person is 1
  IdColumn account;                        ///< ascending
  std::vector<std::int64_t> active_users;  ///< in the window
  std::vector<double> actions;             ///< sum of the values of core actions in the window
  IdColumn top_user;                       ///< who did most
  std::vector<double> top_share;           ///< of the actions; none without any
  std::vector<double> herfindahl;          ///< sum of the squares of all users' shares
  std::vector<double> effective_users;     ///< 1 / herfindahl: as if so many did the same each
  std::vector<std::uint8_t> key_person;    ///< 1 where top_share or effective_users reaches its threshold
  std::vector<Finding> findings = {};      ///< codes: users_unknown, window_longer_than_data

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("active_users", self.active_users);
    f("actions", self.actions);
    f("top_user", self.top_user);
    f("top_share", self.top_share);
    f("herfindahl", self.herfindahl);
    f("effective_users", self.effective_users);
    f("key_person", self.key_person);
  }
};

/// What happened to a champion.
enum class ChampionEventKind {
  went_silent,          ///< is silent while colleagues are active: the person is gone, or has turned away
  silent_with_account,  ///< is silent, as is everybody else in the account
  lost_role             ///< is no sponsor any more
};
constexpr auto enum_names(ChampionEventKind) {
  return std::array<std::string_view, 3>{"went_silent", "silent_with_account", "lost_role"};
}

/// Losses of champions, one row for each.
struct ChampionEvents {
  std::optional<Date> as_of = {};       ///< last day known; none where nothing is
  bool as_of_inferred = false;          ///< it was not given
  std::int32_t window = 28;             ///< days that shares are of
  std::int32_t silent_days = 28;        ///< days in a row without use after which a user is silent
  IdColumn account;                     ///< ascending
  IdColumn user;                        ///< ascending within the account
  DateColumn date;                      ///< the day on which it was known: of silence the last of silent_days
  std::vector<ChampionEventKind> kind;  ///< what happened
  IdColumn role;                        ///< the role then, or the one that was lost; only with `roles`
  std::vector<double> share;           ///< of the account's core actions, in the window that ends on the last
                                       ///< day of use, or before the role ended; none without actions
  std::vector<Finding> findings = {};  ///< code: users_unknown

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("user", self.user);
    f("date", self.date);
    f("kind", self.kind);
    if (self.role.present() || self.kind.empty()) f("role", self.role);
    f("share", self.share);
  }
};

/// Who does how much of the work in an account: its champions, and who could become one.
///
/// A week is seven days, counted back from as_of. Events without a user are nobody's: they are left out, of
/// sums too. Where no event has a user there is no answer (finding users_unknown).
///
/// \param usage    as made by Usage
/// \param options  core actions, roles, window, thresholds, as_of
/// \returns        one row for each user who was active in the window, by account and rank
/// \throws InvalidInput  for events or an as_of that cannot be; for numbers out of their range; for roles
/// whose
///                       accounts or users are texts where those of the usage are integers
Champions champions(const Usage& usage, const ChampionOptions& options = {});

/// How far accounts depend on single users.
///
/// \param usage    as made by Usage
/// \param options  as champions()
/// \returns        one row for each account with an active user in the window
/// \throws InvalidInput  as champions()
/// \see Herfindahl (1950), Concentration in the Steel Industry; Laakso & Taagepera (1979), Comparative
/// Political
///      Studies 12:3-27, for the effective number
ChampionConcentration champion_concentration(const Usage& usage, const ChampionOptions& options = {});

/// Sponsors and power users who fell silent, and sponsors who lost their role, up to as_of.
///
/// A user falls silent on the last of `silent_days` days in a row without use, if in the window that ends
/// with the last day of use it was active on `power_days` days, and had `power_share` of the account's core
/// actions or a sponsor's role on that day. A sponsor loses the role on the first day without one of
/// `sponsor_roles`. Later rows change no event: each was known on its date.
///
/// \param usage    as made by Usage
/// \param options  as champions()
/// \returns        one row for each event, by account, user, date and kind
/// \throws InvalidInput  as champions()
ChampionEvents champion_events(const Usage& usage, const ChampionOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/champion_losses.hpp>
#include <fealty/adoption/detail/make_champions.hpp>
