// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/coverage/assignment.hpp>
#include <fealty/coverage/detail/assignment_tables.hpp>
#include <fealty/coverage/detail/book_bound.hpp>
#include <fealty/coverage/detail/books.hpp>
#include <fealty/coverage/detail/find_books.hpp>
#include <fealty/coverage/detail/hours_flow.hpp>
#include <fealty/coverage/detail/keep_hours.hpp>
#include <fealty/coverage/detail/make_book_problem.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// What a reader of an assignment would ask about.
inline std::vector<Finding> assignment_findings(const Assignment& made, const BookProblem& problem,
                                                const AssignmentAccountTable& accounts) {
  std::vector<Finding> findings;
  const auto add = [&](const char* code, std::vector<std::int64_t> rows, std::string message) {
    findings.push_back({code, Severity::warning, std::move(rows), "assignment: " + std::move(message)});
  };
  std::vector<std::int64_t> idle, over, unknown, unassigned;
  std::vector<std::size_t> why(enum_names(Placement{}).size());
  for (std::size_t i = 0; i < problem.csms(); ++i) {
    if (problem.capacity[i] == 0) idle.push_back(static_cast<std::int64_t>(i));
    else if (is_over(made.books.load_hours[i], problem.capacity[i]))
      over.push_back(static_cast<std::int64_t>(i));
  }
  for (std::size_t a = 0; a < problem.accounts(); ++a) {
    if (problem.owned[a] != 0 && problem.home[a] == no_id) unknown.push_back(static_cast<std::int64_t>(a));
    if (made.placement[a] != Placement::assigned) unassigned.push_back(static_cast<std::int64_t>(a));
    ++why[static_cast<std::size_t>(made.placement[a])];
  }
  if (!idle.empty())
    add("csm_without_hours", idle,
        fmt::format("csm {} has no hours; no account is assigned to it",
                    made.books.csm.text(static_cast<std::size_t>(idle.front()))));
  if (!unknown.empty()) {
    const auto row = static_cast<std::size_t>(unknown.front());
    add("unknown_csm", unknown,
        fmt::format("csm {} of account {} is none of the CSMs; the account is handed over",
                    accounts.csm_ids->text(accounts.csm[row]), made.account.text(row)));
  }
  if (!unassigned.empty())
    add("unassigned_accounts", unassigned,
        fmt::format("{} of {} accounts have no CSM: {} find nobody who qualifies, {} no place, {} no hours",
                    unassigned.size(), problem.accounts(), why[1], why[2], why[3]));
  if (made.hours_short > 0)
    add("more_work_than_hours", {},
        fmt::format("there is more work than hours, by {:.2f} hours at least", made.hours_short));
  if (!over.empty())
    add("books_over_hours", over,
        fmt::format("{} of {} books exceed the hours of their CSMs, the most used by {:.1f}%", over.size(),
                    problem.csms(), 100 * (made.largest_utilization - 1)));
  return findings;
}

/// Fills the result from the books that were found.
class AssignmentReport {
 public:
  AssignmentReport(const AssignmentAccountTable& accounts, const AssignmentCsmTable& csms, const Books& books,
                   const std::vector<std::uint8_t>& had_places, bool too_much)
      : accounts_(accounts), csms_(csms), books_(books), problem_(books.problem()), had_places_(had_places),
        too_much_(too_much) {}

  Assignment make(const AssignmentOptions& options) const {
    Assignment out;
    out.options = options;
    add_accounts(out);
    add_books(out);
    add_objective(out);
    add_feasibility(out);
    out.findings = assignment_findings(out, problem_, accounts_);
    return out;
  }

 private:
  void add_accounts(Assignment& out) const {
    std::vector<std::uint32_t> csm;
    for (std::uint32_t a = 0; a < problem_.accounts(); ++a) {
      const std::uint32_t place = books_.csm_of(a);
      csm.push_back(place == no_id ? no_id : csms_.csm[place]);
      out.moved.push_back(place == no_id || problem_.handed_over(a, place) == 0 ? 0 : 1);
      out.placement.push_back(place != no_id               ? Placement::assigned
                              : !problem_.has_qualified(a) ? Placement::no_qualified_csm
                              : had_places_[a] != 0        ? Placement::no_hours
                                                           : Placement::no_places);
      out.handovers += out.moved.back();
      if (place == no_id) out.unassigned_hours += problem_.hours[a];
    }
    out.account = IdColumn(std::vector<std::uint32_t>(accounts_.account), accounts_.ids);
    out.csm = IdColumn(std::move(csm), csms_.ids);
    out.hours = problem_.hours;
    out.previous = accounts_.csm_ids == nullptr
                       ? IdColumn(std::vector<std::uint32_t>(accounts_.csm), csms_.ids)
                       : IdColumn(std::vector<std::uint32_t>(accounts_.csm), accounts_.csm_ids);
  }
  void add_books(Assignment& out) const {
    out.books.csm = IdColumn(std::vector<std::uint32_t>(csms_.csm), csms_.ids);
    out.books.hours = problem_.capacity;
    out.books.received.assign(problem_.csms(), 0);
    out.books.handed_over.assign(problem_.csms(), 0);
    for (std::size_t i = 0; i < problem_.csms(); ++i) {
      out.books.accounts.push_back(static_cast<std::int64_t>(books_.accounts(i).size()));
      out.books.load_hours.push_back(books_.load(i));
      out.books.utilization.push_back(problem_.capacity[i] > 0 ? books_.utilization(i)
                                                               : std::numeric_limits<double>::quiet_NaN());
    }
    for (std::uint32_t a = 0; a < problem_.accounts(); ++a) {
      const std::uint32_t now = books_.csm_of(a), before = problem_.home[a];
      if (out.moved[a] != 0) ++out.books.received[now];
      if (before != no_id && before != now) ++out.books.handed_over[before];
    }
  }
  void add_objective(Assignment& out) const {
    if (std::count(out.placement.begin(), out.placement.end(), Placement::assigned) == 0) {
      out.largest_utilization = out.objective = out.bound = out.gap =
          std::numeric_limits<double>::quiet_NaN();
      return;
    }
    out.largest_utilization = books_.largest_utilization();
    out.objective = books_.objective();
    out.bound = std::min(out.objective, BookBound(books_).objective());  // the last digit is rounded
    out.gap = out.objective > out.bound ? out.objective / out.bound - 1 : 0;
  }
  void add_feasibility(Assignment& out) const {
    out.hours_short = least_hours_short();
    bool is_kept = true, is_impossible = too_much_ || out.hours_short > 0;
    for (const Placement each : out.placement) {
      is_kept &= each == Placement::assigned;
      is_impossible |= each == Placement::no_qualified_csm || each == Placement::no_places;
    }
    for (std::size_t i = 0; i < problem_.csms(); ++i)
      is_kept &= !is_over(books_.load(i), problem_.capacity[i]);
    out.feasibility = is_kept         ? Feasibility::feasible
                      : is_impossible ? Feasibility::infeasible
                                      : Feasibility::undecided;
  }
  /// Work that would find no hours even if accounts were divisible.
  double least_hours_short() const {
    std::vector<std::uint32_t> all = problem_.largest_first();
    double total = 0;
    for (const std::uint32_t account : all) total += problem_.hours[account];
    std::vector<double> room(problem_.csms());
    for (std::uint32_t i = 0; i < room.size(); ++i)
      room[i] = std::min(problem_.capacity[i], hours_by_place(problem_, all, {i}));
    const std::vector<WorkGroup> groups = work_groups(problem_, all);
    const double missing = HoursFlow(groups, room).too_much();
    return missing > 1e-9 * total ? missing : 0;
  }

  const AssignmentAccountTable& accounts_;
  const AssignmentCsmTable& csms_;
  const Books& books_;
  const BookProblem& problem_;
  const std::vector<std::uint8_t>& had_places_;
  bool too_much_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline Assignment assignment(const AssignmentAccounts& accounts, const AssignmentCsms& csms,
                             const AssignmentOptions& options) {
  if (!(options.handover_hours >= 0 && options.handover_hours <= 1e9))
    throw InvalidInput({.who = "assignment",
                        .what = "handover_hours",
                        .where = {},
                        .value = fmt::format("{}", options.handover_hours),
                        .rule = "is not a number of hours in [0, 1e9]"});
  const detail::BookProblem problem =
      detail::MakeBookProblem(*accounts.table(), *csms.table(), options.handover_hours).take();
  detail::Books books = detail::find_books(problem);
  std::vector<std::uint8_t> had_places;
  for (std::uint32_t a = 0; a < problem.accounts(); ++a)
    had_places.push_back(books.csm_of(a) != no_id ? 1 : 0);
  const bool too_much = detail::BookBound(books).utilization() > 1 + 1e-9;
  if (options.hours_limit == HoursLimit::hard) detail::keep_hours(books);
  return detail::AssignmentReport(*accounts.table(), *csms.table(), books, had_places, too_much)
      .make(options);
}

}  // namespace fealty::coverage
