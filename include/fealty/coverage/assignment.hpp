// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/assignment_accounts.hpp>
#include <fealty/coverage/assignment_csms.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::coverage {

/// Whether books may exceed the hours of their CSMs.
enum class HoursLimit {
  soft,  ///< they may: every account has a CSM where it can, and the most used is used as little as it can be
  hard   ///< they may not: what does not fit has no CSM
};
constexpr auto enum_names(HoursLimit) { return std::array<std::string_view, 2>{"soft", "hard"}; }

/// Why an account has a CSM, or none.
enum class Placement {
  assigned,          ///< it has one
  no_qualified_csm,  ///< nobody with hours offers all that it requires
  no_places,         ///< those who do may have no more accounts, or no more of its tier
  no_hours           ///< it does not fit into the hours of those who do; with `hours_limit = hard`
};
constexpr auto enum_names(Placement) {
  return std::array<std::string_view, 4>{"assigned", "no_qualified_csm", "no_places", "no_hours"};
}

/// Whether every account can have a CSM within all limits and hours.
enum class Feasibility {
  feasible,    ///< yes: this assignment shows it
  infeasible,  ///< no: `placement` and `hours_short` say why
  undecided    ///< no such assignment was found, nor a proof that there is none
};
constexpr auto enum_names(Feasibility) {
  return std::array<std::string_view, 3>{"feasible", "infeasible", "undecided"};
}

/// Settings of assignment().
struct AssignmentOptions {
  double handover_hours = 4;  ///< what it costs to hand an account over, 0 to 1e9; 4 is an assumption of this
                              ///< library (half a day to introduce and to read up), not a measurement
  HoursLimit hours_limit = HoursLimit::soft;  ///< whether books may exceed the hours of their CSMs
};

/// What each CSM has, one row each, ascending by id.
struct CsmBooks {
  IdColumn csm;                           ///< whose book
  std::vector<std::int64_t> accounts;     ///< in it
  std::vector<double> load_hours;         ///< work of these accounts
  std::vector<double> hours;              ///< time that there is for them
  std::vector<double> utilization;        ///< load_hours / hours; none without hours
  std::vector<std::int64_t> received;     ///< accounts that another had before
  std::vector<std::int64_t> handed_over;  ///< accounts that another has now, or nobody

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("csm", self.csm);
    f("accounts", self.accounts);
    f("load_hours", self.load_hours);
    f("hours", self.hours);
    f("utilization", self.utilization);
    f("received", self.received);
    f("handed_over", self.handed_over);
  }
};

/// Who has which account, one row for each account, ascending by id.
struct Assignment {
  IdColumn account;                                 ///< the account
  IdColumn csm;                                     ///< who has it; null where nobody can
  std::vector<double> hours;                        ///< its work
  std::vector<std::uint8_t> moved;                  ///< 1 where another had it before
  IdColumn previous;                                ///< who had it before; null for nobody
  std::vector<Placement> placement;                 ///< why it has a CSM, or none
  CsmBooks books = {};                              ///< what each CSM has
  Feasibility feasibility = Feasibility::feasible;  ///< whether all limits and hours can be kept
  double largest_utilization = 0;  ///< of the most used CSM; none where no account is assigned
  std::int64_t handovers = 0;      ///< accounts that were moved
  double objective = 0;            ///< largest_utilization + handover_hours × handovers / hours of all CSMs
  double bound = 0;                ///< no assignment of these accounts has an objective below
  double gap = 0;                  ///< objective / bound - 1
  double unassigned_hours = 0;     ///< work of accounts without a CSM
  double hours_short = 0;          ///< work for which no assignment has hours, at least
  AssignmentOptions options = {};  ///< what it was made with
  std::vector<Finding> findings = {};  ///< codes: csm_without_hours, unknown_csm, unassigned_accounts,
                                       ///< more_work_than_hours, books_over_hours

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("csm", self.csm);
    f("hours", self.hours);
    f("moved", self.moved);
    f("previous", self.previous);
    f("placement", self.placement);
  }
};

/// Gives accounts to CSMs in balanced books.
///
/// Small is what the objective adds up: the utilization of the most used CSM, and what handovers cost, as a
/// share of the hours of all CSMs. So an account is handed over where this saves more hours, were all as used
/// as the most used, than it costs. An account qualifies for CSMs with hours who offer every value that it
/// requires; maxima of accounts and of tiers are always kept, and as many accounts as these allow are
/// assigned.
///
/// Accounts are given out by the longest processing time first, from the books of today and from none. Then
/// pairs of CSMs pass accounts on and swap them, and chains of CSMs pass on accounts of the same hours, until
/// none of these helps. The bound is the largest of that of the linear program in which accounts are
/// divisible (the most crowded set of CSMs), of the largest accounts, and of the maxima; with the handovers
/// that no assignment so balanced can avoid. The answer depends on neither the order of rows nor on time:
/// ties go to the lower id, and the search ends after fixed numbers of steps.
///
/// \param accounts  what is to be assigned
/// \param csms      to whom
/// \param options   handover_hours, hours_limit
/// \returns         a row for each account; more work than people is an answer too, told by `feasibility`
/// \throws InvalidInput  when a requirement is not among what CSMs offer, when CSMs have maxima of tiers and
///                       accounts no tier, when ids of CSMs are texts here and integers there, and for
///                       handover_hours out of range
/// \see Graham: Bounds on multiprocessing timing anomalies, SIAM Journal on Applied Mathematics 17, 1969;
///      Gonzalez, Ibarra, Sahni: Bounds for LPT schedules on uniform processors, SIAM Journal on Computing 6,
///      1977
Assignment assignment(const AssignmentAccounts& accounts, const AssignmentCsms& csms,
                      const AssignmentOptions& options = {});

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_assignment.hpp>
