// SPDX-License-Identifier: MIT
#include <fealty/survival/study_audit.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

using Texts = std::vector<std::string>;
using Rows = std::vector<std::int64_t>;

constexpr std::int32_t first_day = 19000;  // 2022-01-08

/// Lives told by days since the first day, and what is known of them.
struct Study {
  std::vector<std::int32_t> origin, end;
  std::int32_t as_of = 1000;
  std::vector<double> entry = {};
  Texts account = {}, plan = {}, cause = {}, status = {};
  std::vector<std::int32_t> created = {};

  std::size_t size() const { return origin.size(); }
  /// When a life had ended or was last seen.
  std::int32_t out(std::size_t i) const { return std::min(end[i], as_of + 1); }
  /// The rows of a list.
  Study of(const std::vector<std::size_t>& rows) const {
    Study found = *this;
    const auto pick = [&](const auto& from, auto& to) {
      to.clear();
      for (const std::size_t row : rows)
        if (!from.empty()) to.push_back(from[row]);
    };
    pick(origin, found.origin), pick(end, found.end), pick(entry, found.entry);
    pick(account, found.account), pick(plan, found.plan), pick(cause, found.cause);
    pick(status, found.status), pick(created, found.created);
    return found;
  }
  template <class Keep>
  Study where(Keep keep) const {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < size(); ++i)
      if (keep(i)) rows.push_back(i);
    return of(rows);
  }
  Lifetimes lives() const {
    LifetimeColumns columns{.as_of = Date{first_day + as_of}};
    const auto days = [](std::vector<std::int32_t> values) {
      for (std::int32_t& each : values) each += first_day;
      return values;
    };
    columns.origin = days(origin);
    columns.end = days(end);
    if (!entry.empty()) columns.entry = std::vector<double>(entry);
    if (!cause.empty()) columns.cause = test::texts(cause);
    if (!account.empty()) columns.account = test::texts(account);
    if (!plan.empty()) columns.attributes.add("plan", test::texts(plan));
    if (!status.empty()) columns.attributes.add("status", test::texts(status));
    if (!created.empty()) columns.attributes.add("created", Days{Column<std::int32_t>(days(created))});
    return Lifetimes(columns);
  }
};

/// 300 lives, as data/study_audit.R has them.
Study sound() {
  Study study;
  for (std::int32_t i = 0; i < 300; ++i) {
    study.origin.push_back(i * 37 % 900);
    study.end.push_back(study.origin.back() + 5 + (i * i * 13 + i * 71) % 800);
    study.account.push_back(fmt::format("A{}", i));
  }
  return study;
}
Study missing_those_who_left(const Study& study, std::int32_t before) {
  return study.where([&](std::size_t i) { return study.end[i] > before; });
}

/// Lives at random: of any day, with a hazard that falls with age, one plan half as quick to leave.
Study random_study(std::uint64_t seed, std::size_t lives) {
  std::mt19937_64 random(seed);
  const auto uniform = [&] { return (static_cast<double>(random() >> 11U) + 0.5) * 0x1p-53; };
  Study study;
  for (std::size_t i = 0; i < lives; ++i) {
    const bool pro = uniform() < 0.4;
    const double days = 500 * std::pow(-std::log(uniform()) / (pro ? 0.5 : 1), 1 / 0.8);
    study.origin.push_back(static_cast<std::int32_t>(1000 * uniform()));
    study.end.push_back(study.origin.back() + 1 + static_cast<std::int32_t>(std::min(days, 1e6)));
    study.plan.emplace_back(pro ? "pro" : "free");
    study.account.push_back(fmt::format("A{}", i));
  }
  return study;
}
/// The same, with ends at the ends of months, or of years, alone.
Study in_batches(Study study, std::int32_t days) {
  for (std::size_t i = 0; i < study.size(); ++i) {
    if (days < 100) study.origin[i] = study.origin[i] / days * days;
    study.end[i] = (study.end[i] + days - 1) / days * days;
  }
  return study;
}

std::size_t at(const StudyAudit& audit, const std::string& code) {
  const auto found = std::find(audit.code.begin(), audit.code.end(), code);
  REQUIRE(found != audit.code.end());
  return static_cast<std::size_t>(found - audit.code.begin());
}
StudyVerdict verdict(const StudyAudit& audit, const std::string& code) {
  return audit.verdict[at(audit, code)];
}
std::string message(const StudyAudit& audit, const std::string& code) {
  return audit.message[at(audit, code)];
}
Texts codes(const StudyAudit& audit) {
  Texts found;
  for (const Finding& each : audit.findings) found.push_back(each.code);
  return found;
}
std::string refusal(const Lifetimes& lives, const StudyAuditOptions& options) {
  try {
    study_audit(lives, options);
    return "nothing";
  } catch (const InvalidInput& error) {
    return error.what();
  }
}
doctest::Approx near(double value, double epsilon = 1e-11) {
  return doctest::Approx(value).epsilon(epsilon).scale(0);
}

}  // namespace

TEST_SUITE("survival/study_audit") {
  TEST_CASE("a sound study is clear, and says what was not asked") {
    const auto audit = study_audit(sound().lives());
    CHECK(audit.code == Texts{"delayed_entry_ignored", "origin_is_window_start", "status_not_mapped",
                              "informative_censoring", "immortal_time", "horizon_beyond_support",
                              "many_spells", "ends_on_last_day"});
    using enum StudyVerdict;
    CHECK(audit.verdict == std::vector<StudyVerdict>{clear, clear, not_checked, clear, not_checked,
                                                     not_checked, clear, clear});
    CHECK(audit.findings.empty());
    CHECK(message(audit, "status_not_mapped") ==
          "no attribute is named that holds the state of lives: `status`");
    CHECK(message(audit, "immortal_time") == "the lives have no covariates of few values");
    CHECK(message(audit, "horizon_beyond_support") == "no `horizon` is named");
    CHECK(std::isnan(audit.share[at(audit, "immortal_time")]));
    CHECK(audit.share[at(audit, "many_spells")] == 0);
  }
  TEST_CASE("too long without an end: who left before is missing") {
    const Study late = missing_those_who_left(sound(), 350);
    const auto audit = study_audit(late.lives());
    CHECK(codes(audit) == Texts{"delayed_entry_ignored"});
    CHECK(audit.p_value[0] == near(2.085744707515e-07));
    CHECK(message(audit, "delayed_entry_ignored") ==
          "no life ended before 2023-01-13, when 14.6 of 153 ends were to be expected: if who left before is "
          "not "
          "in the data, tell the age at which lives were first watched (entry)");
    CHECK(audit.findings[0].message == "study_audit: " + audit.message[0]);
    CHECK(audit.lives[0] ==
          std::count_if(late.origin.begin(), late.origin.end(), [](std::int32_t day) { return day <= 370; }));
    CHECK(audit.lives[0] == static_cast<std::int64_t>(audit.findings[0].rows.size()));
    Study told = late;  // with the ages from which on they were watched it is in order
    for (std::size_t i = 0; i < told.size(); ++i)
      told.entry.push_back(told.origin[i] < 350 ? 350 - told.origin[i] : std::nan(""));
    CHECK(codes(study_audit(told.lives())).empty());
  }
  TEST_CASE("lives that pile up on the first day began before it") {
    Study study = missing_those_who_left(sound(), 350);
    for (auto& day : study.origin) day = std::max(day, 350);
    auto audit = study_audit(study.lives());
    CHECK(codes(audit) == Texts{"origin_is_window_start"});
    const auto piled = std::count(study.origin.begin(), study.origin.end(), 350);
    CHECK(audit.lives[1] == piled);
    CHECK(audit.share[1] == static_cast<double>(piled) / static_cast<double>(study.size()));
    CHECK(std::isnan(audit.p_value[1]));
    CHECK(audit.message[1] ==
          fmt::format(
              "{} of {} lives begin on 2022-12-24, at most 1 on any other day: if the data begins there "
              "and they began before, tell their first day, and the age on this day as entry",
              piled, study.size()));
    study.created = study.origin;  // the accounts are as old as their lives: they all came on that day
    audit = study_audit(study.lives(), {.created = "created"});
    CHECK(verdict(audit, "origin_is_window_start") == StudyVerdict::clear);
    for (std::size_t i = 0, older = 0; i < study.size() && older < 20; ++i)
      if (study.origin[i] == 350) study.created[i] -= 32, ++older;
    audit = study_audit(study.lives(), {.created = "created"});
    CHECK(verdict(audit, "origin_is_window_start") == StudyVerdict::finding);
    CHECK(audit.lives[1] == 20);
    for (auto& day : study.created) day += 1;  // a month is an onboarding
    audit = study_audit(study.lives(), {.created = "created"});
    CHECK(verdict(audit, "origin_is_window_start") == StudyVerdict::clear);
  }
  TEST_CASE("ends in mass on the last day are an export's") {
    Study study = sound();
    auto audit = study_audit(study.lives());
    CHECK(audit.p_value[7] == near(0.7853594630586));
    CHECK(audit.lives[7] == 3);
    for (std::size_t i = 0; i < study.size(); i += 4) study.end[i] = std::min(study.end[i], study.as_of);
    audit = study_audit(study.lives());
    CHECK(codes(audit) == Texts{"ends_on_last_day"});
    CHECK(audit.p_value[7] == near(3.113406196817e-28));
    CHECK(audit.lives[7] == 31);
    CHECK(audit.message[7] ==
          "31 of 223 ends are on 2024-10-04, the last day with any, at most 5 on any other: if "
          "the export closed what was open, their ends are not known");
    // All on one day: 6 lives that were watched for 100 days and ended on the last, (6 / 600)^6.
    study = {.origin = std::vector<std::int32_t>(6, 0), .end = std::vector<std::int32_t>(6, 99), .as_of = 99};
    audit = study_audit(study.lives());
    CHECK(audit.p_value[7] == near(1e-12));
    CHECK(verdict(audit, "ends_on_last_day") == StudyVerdict::finding);
  }
  TEST_CASE("a value that long lives alone have is immortal time") {
    Study study = sound();
    for (std::size_t i = 0; i < study.size(); ++i)
      study.plan.emplace_back(study.out(i) - study.origin[i] > 200 && i % 2 == 0 ? "gold" : "base");
    auto audit = study_audit(study.lives());
    CHECK(codes(audit) == Texts{"immortal_time"});
    CHECK(audit.p_value[4] == near(3.464102414073e-06));
    CHECK(audit.message[4] ==
          "no life ended, or was last seen, with plan = \"gold\" before age 209, by which 80 others had "
          "ended: if lives "
          "come "
          "to it with age, split them where they do (entry), or take what was known when they began");
    CHECK(audit.lives[4] == std::count(study.plan.begin(), study.plan.end(), "gold"));
    // Without days as well, and where lives are split at the age at which they come to it.
    LifetimeColumns columns;
    std::vector<double> duration, entry;
    Texts plan;
    std::vector<std::uint8_t> ended;
    for (std::size_t i = 0; i < study.size(); ++i) {
      const double days = study.out(i) - study.origin[i];
      const bool over = study.end[i] <= study.as_of, gold = study.plan[i] == "gold";
      if (gold) duration.push_back(200), entry.push_back(0), ended.push_back(0), plan.emplace_back("base");
      duration.push_back(days), entry.push_back(gold ? 200 : 0), ended.push_back(over ? 1 : 0);
      plan.push_back(study.plan[i]);
    }
    columns.duration = std::vector<double>(duration);
    columns.entry = std::vector<double>(entry);
    columns.ended = std::vector<std::uint8_t>(ended);
    columns.attributes.add("plan", test::texts(plan));
    audit = study_audit(Lifetimes(columns));
    CHECK(verdict(audit, "immortal_time") == StudyVerdict::clear);
    CHECK(audit.p_value[4] == 1);
  }
  TEST_CASE("covariates of many values, and the status, are not looked at unless they are named") {
    Study study = sound();
    for (std::size_t i = 0; i < study.size(); ++i) {
      study.plan.push_back(fmt::format("p{}", i % 51));
      study.status.emplace_back(study.end[i] <= study.as_of ? "churned" : "active");
    }
    const StudyAuditOptions options{
        .status = "status", .ended_statuses = {"churned"}, .active_statuses = {"active"}};
    auto audit = study_audit(study.lives(), options);
    CHECK(verdict(audit, "immortal_time") == StudyVerdict::not_checked);
    CHECK(verdict(audit, "status_not_mapped") == StudyVerdict::clear);
    audit = study_audit(study.lives(), {.covariates = {"plan"}});
    CHECK(verdict(audit, "immortal_time") == StudyVerdict::clear);
    CHECK(message(audit, "immortal_time") == "each of 51 values of covariates is had by short lives too");
  }
  TEST_CASE("a status in no list, or in another than the table's, is told by name and number") {
    const Lifetimes lives({.duration = std::vector<double>{5, 6, 7, 8, 9},
                           .ended = std::vector<std::uint8_t>{1, 0, 0, 1, 0},
                           .attributes = [] {
                             Frame frame;
                             frame.add("state", test::texts({"churned", "active", "paused", "", "churned"}));
                             return frame;
                           }()});
    auto audit =
        study_audit(lives, {.status = "state", .ended_statuses = {"churned"}, .active_statuses = {"active"}});
    CHECK(message(audit, "status_not_mapped") ==
          "\"null\" (1), \"paused\" (1) are in no list: ended, active, censored or excluded; \"churned\" (1) "
          "has "
          "another outcome in the table than in the lists");
    CHECK(audit.findings[0].rows == Rows{2, 3, 4});
    CHECK(audit.share[2] == 0.6);
    CHECK(verdict(audit, "informative_censoring") == StudyVerdict::clear);
    audit = study_audit(lives, {.status = "state",
                                .ended_statuses = {"churned", "null"},
                                .active_statuses = {"active"},
                                .censored_statuses = {"paused"}});
    CHECK(audit.findings[1].message ==
          "study_audit: 1 of 5 lives were last seen before the end of the data, with status \"paused\" (1): "
          "if they "
          "left, or would have stayed longer or shorter than others, give a cause instead");
    audit = study_audit(lives, {.status = "state",
                                .ended_statuses = {"churned", "null"},
                                .active_statuses = {"active"},
                                .excluded_statuses = {"paused"}});
    CHECK(message(audit, "status_not_mapped") ==
          "\"churned\" (1), \"paused\" (1) have another outcome in the table than in the lists");
  }
  TEST_CASE("lives that were lost from sight before the last day are told") {
    Study study{.origin = {0, 10, 20, 30}, .end = {100, 200, 300, open - first_day}, .as_of = 400};
    study.cause = {"price", "", "", ""};  // two left for a cause that is not known, and count as last seen
    study.status = {"churned", "acquired", "acquired", "active"};
    auto audit = study_audit(study.lives());
    CHECK(codes(audit) == Texts{"informative_censoring"});
    CHECK(audit.findings[0].rows == Rows{1, 2});
    CHECK(audit.share[3] == 0.5);
    audit = study_audit(study.lives(), {.status = "status",
                                        .ended_statuses = {"churned"},
                                        .active_statuses = {"active"},
                                        .censored_statuses = {"acquired"}});
    CHECK(codes(audit) == Texts{"informative_censoring"});
    CHECK(message(audit, "informative_censoring") ==
          "2 of 4 lives were last seen before 2023-02-12, with status \"acquired\" (2): if they left, or "
          "would have "
          "stayed longer or shorter than others, give a cause instead");
    study.cause = {"price", "acquired", "acquired", ""};  // a cause that competes
    CHECK(codes(study_audit(study.lives())).empty());
  }
  TEST_CASE("stretches of one life are neither lost from sight nor spells") {
    Study study{.origin = {0, 0, 0, 50}, .end = {100, 250, open - first_day, 120}, .as_of = 400};
    study.entry = {0, 100, 250, 0};
    study.account = {"a", "a", "a", "b"};
    study.cause = {"", "", "", "price"};
    auto audit = study_audit(study.lives());
    CHECK(codes(audit).empty());
    CHECK(audit.share[6] == 0);
    study.entry[2] = 260;  // a gap: two lives, the first of which was lost from sight
    audit = study_audit(study.lives());
    CHECK(codes(audit) == Texts{"informative_censoring", "many_spells"});
    CHECK(audit.findings[0].rows == Rows{1});
    CHECK(audit.findings[1].rows == Rows{0, 1, 2});
  }
  TEST_CASE("accounts that come back have several lives") {
    Study study = sound();
    for (std::size_t i = 0; i < 14; ++i) study.account[i] = fmt::format("A{}", i + 100);
    auto audit = study_audit(study.lives());
    CHECK(verdict(audit, "many_spells") == StudyVerdict::clear);  // 14 of 286 are less than 5%
    CHECK(audit.share[6] == 14.0 / 286);
    CHECK(audit.lives[6] == 28);
    study.account[14] = "A114";
    audit = study_audit(study.lives());
    CHECK(verdict(audit, "many_spells") == StudyVerdict::finding);  // 15 of 285 are more
    CHECK(message(audit, "many_spells") ==
          "15 of 285 accounts have several lives, which are not independent: cluster by account, or keep the "
          "first of each; errors are too small");
    CHECK(message(study_audit(Lifetimes(test::lung())), "many_spells") ==
          "the lives name no account, so that it is not known which are of the same");
  }
  TEST_CASE("a horizon that a group was not seen up to is told") {
    Frame attributes;
    attributes.add("plan", test::texts({"a", "a", "b", "c", "c"}));
    const Lifetimes lives({.duration = std::vector<double>{3, 9, 5, 2, 4},
                           .ended = std::vector<std::uint8_t>{1, 0, 0, 0, 1},
                           .attributes = attributes});
    auto audit = study_audit(lives, {.horizon = 8, .by = {"plan"}});
    CHECK(codes(audit) == Texts{"horizon_beyond_support"});  // none of c is left at 4: nothing is unknown
    CHECK(message(audit, "horizon_beyond_support") ==
          "horizon 8 is beyond the last life that was seen, at 5 (b): means and values end there");
    CHECK(audit.findings[0].rows == Rows{2});
    audit = study_audit(lives, {.horizon = 9});
    CHECK(verdict(audit, "horizon_beyond_support") == StudyVerdict::clear);
    audit = study_audit(lives, {.horizon = 10});
    CHECK(message(audit, "horizon_beyond_support") ==
          "horizon 10 is beyond the last life that was seen, at 9: means and values end there");
  }
  TEST_CASE("what is attested is no finding, and attesting what is clear changes nothing") {
    const Lifetimes late = missing_those_who_left(sound(), 350).lives();
    const auto audit =
        study_audit(late, {.attested = {"delayed_entry_ignored", "many_spells", "horizon_beyond_support"}});
    CHECK(verdict(audit, "delayed_entry_ignored") == StudyVerdict::attested);
    CHECK(verdict(audit, "many_spells") == StudyVerdict::clear);
    CHECK(verdict(audit, "horizon_beyond_support") == StudyVerdict::not_checked);
    CHECK(audit.findings.empty());
    CHECK(audit.message[0] == study_audit(late).message[0]);
  }
  TEST_CASE("lives told by durations cannot be checked on the calendar") {
    const auto audit = study_audit(Lifetimes(test::lung()));
    for (const char* code : {"delayed_entry_ignored", "origin_is_window_start", "ends_on_last_day"}) {
      CHECK(verdict(audit, code) == StudyVerdict::not_checked);
      CHECK(message(audit, code) ==
            "the lives are told by durations, which have no days: tell `origin` and `end`");
    }
    CHECK(message(audit, "informative_censoring") ==
          "the lives are told by durations, without days, and no `status` is named");
  }
  TEST_CASE("random sound studies raise no alarm, and each flaw is found in all") {
    std::map<std::string, int> alarms, found;
    constexpr int seeds = 120;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
      const Study study = random_study(seed, 500);
      for (const Study& each : {study, in_batches(study, 30), in_batches(study, 365), random_study(seed, 30)})
        for (const std::string& code : codes(study_audit(each.lives()))) ++alarms[code];
      const Study late = missing_those_who_left(study, 350);
      for (const std::string& code : codes(study_audit(late.lives()))) ++found["late " + code];
      Study window = late;
      for (auto& day : window.origin) day = std::max(day, 350);
      for (const std::string& code : codes(study_audit(window.lives()))) ++found["window " + code];
      Study immortal = study, closed = study;
      for (std::size_t i = 0; i < study.size(); ++i) {
        if (study.out(i) - study.origin[i] > 240 && i % 2 == 0) immortal.plan[i] = "gold";
        if (study.origin[i] < study.as_of && i % 8 == 0) closed.end[i] = std::min(closed.end[i], study.as_of);
      }
      for (const std::string& code : codes(study_audit(immortal.lives()))) ++found["immortal " + code];
      for (const std::string& code : codes(study_audit(closed.lives()))) ++found["closed " + code];
    }
    CHECK(alarms.empty());
    CHECK(found == std::map<std::string, int>{{"late delayed_entry_ignored", seeds},
                                              {"window origin_is_window_start", seeds},
                                              {"immortal immortal_time", seeds},
                                              {"closed ends_on_last_day", seeds}});
  }
  TEST_CASE("where ends come in batches, a long time without any is one of many") {
    const auto audit = study_audit(in_batches(random_study(1, 500), 365).lives());
    CHECK(audit.p_value[0] < 1e-4);
    CHECK(verdict(audit, "delayed_entry_ignored") == StudyVerdict::clear);
    CHECK(message(audit, "delayed_entry_ignored").find("; later pauses are as long") != std::string::npos);
  }
  TEST_CASE("the order of rows changes nothing") {
    Study study = missing_those_who_left(random_study(5, 400), 350);
    std::vector<std::size_t> rows(study.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::shuffle(rows.begin(), rows.end(), std::mt19937_64(3));
    const auto a = study_audit(study.lives()), b = study_audit(study.of(rows).lives());
    CHECK(a.verdict == b.verdict);
    CHECK(a.message == b.message);
    CHECK(a.lives == b.lives);
    for (std::size_t i = 0; i < a.code.size(); ++i)
      if (!std::isnan(a.p_value[i])) CHECK(b.p_value[i] == near(a.p_value[i]));
  }
  TEST_CASE("no lives, and one, are clear") {
    const auto none = study_audit(Study{}.lives());
    CHECK(none.code.size() == 8);
    CHECK(none.findings.empty());
    for (const std::int32_t end : {7, 100}) {
      Study one{.origin = {0}, .end = {end}, .as_of = 10};
      one.account = {"a"}, one.plan = {"pro"};
      CHECK(study_audit(one.lives(), {.horizon = 7}).findings.empty());
    }
    CHECK(study_audit(Lifetimes({.duration = std::vector<double>{}, .ended = std::vector<std::uint8_t>{}}),
                      {.horizon = 5})
              .findings.empty());
    const auto zero = study_audit(
        Lifetimes({.duration = std::vector<double>{0, 0}, .ended = std::vector<std::uint8_t>{1, 0}}));
    CHECK(zero.findings.empty());
  }
  TEST_CASE("bad settings are refused by name") {
    Study study = sound();
    study.plan = Texts(study.size(), "pro");
    const Lifetimes lives = study.lives();
    CHECK(refusal(lives, {.attested = {"late_entry"}}) ==
          "study_audit: attested = \"late_entry\" is no code; these are delayed_entry_ignored, "
          "origin_is_window_start, status_not_mapped, informative_censoring, immortal_time, "
          "horizon_beyond_support, many_spells, ends_on_last_day");
    CHECK(refusal(lives, {.horizon = 0}) == "study_audit: horizon = 0 is not an age above 0");
    CHECK(refusal(lives, {.by = {"tier"}}) ==
          "study_audit: by = \"tier\" is no attribute of the lives; there are plan");
    CHECK(refusal(lives, {.covariates = {"tier"}}) ==
          "study_audit: covariates = \"tier\" is no attribute of the lives; there are plan");
    CHECK(refusal(lives, {.created = "since"}) ==
          "study_audit: created = \"since\" is no attribute of the lives; there are plan");
    CHECK(refusal(lives, {.created = "plan"}) ==
          "study_audit: created = \"plan\" is not an attribute of days");
    CHECK(refusal(lives, {.status = "state"}) ==
          "study_audit: status = \"state\" is no attribute of the lives; there are plan");
    CHECK(refusal(lives, {.ended_statuses = {"pro"}}) ==
          "study_audit: ended_statuses = \"pro\" is a status, but no attribute is named that holds it: "
          "`status`");
    CHECK(refusal(lives, {.status = "plan", .ended_statuses = {"pro"}, .censored_statuses = {"pro"}}) ==
          "study_audit: censored_statuses = \"pro\" is in ended_statuses too");
    CHECK(refusal(lives, {.significance = 0}) == "study_audit: significance = 0 is not in (0, 1)");
    CHECK(refusal(lives, {.first_day_share = 0}) == "study_audit: first_day_share = 0 is not in (0, 1]");
    CHECK(refusal(lives, {.spell_share = 1.5}) == "study_audit: spell_share = 1.5 is not in (0, 1]");
  }
}
