// SPDX-License-Identifier: MIT
#include <fealty/company/simulate.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using company::Company;

namespace {

template <class T>
const T& column(const Frame& frame, std::string_view name) {
  return std::get<T>(frame.at(name));
}
std::span<const std::uint32_t> accounts_of(const Frame& frame) {
  return column<IdColumn>(frame, "account").codes();
}
const Column<std::int32_t>& days_of(const Frame& frame, std::string_view name) {
  return column<Days>(frame, name).days;
}
/// The days of a column, `open` where there is none.
std::vector<std::int32_t> days_or_open(const Frame& frame, std::string_view name) {
  const Column<std::int32_t>& days = days_of(frame, name);
  std::vector<std::int32_t> all(days.size());
  for (std::size_t i = 0; i < days.size(); ++i) all[i] = days.valid(i) ? days[i] : open;
  return all;
}

/// FNV-1a over every name, value and validity of the rows that are kept.
class Digest {
 public:
  explicit Digest(std::vector<bool> kept) : kept_(std::move(kept)) {}
  void text(std::string_view text) {
    number(text.size());
    for (const char c : text) byte(static_cast<unsigned char>(c));
  }
  void operator()(const IdColumn& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i)
      if (kept_[i]) text(ids.text(i));
  }
  void operator()(const DecimalColumn& amounts) { (*this)(amounts.unscaled); }
  void operator()(const Days& days) { (*this)(days.days); }
  void operator()(const Timestamps& instants) { (*this)(instants.micros); }
  void operator()(const Flags& flags) { (*this)(flags.flags); }
  template <class T>
  void operator()(const Column<T>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!kept_[i]) continue;
      number(values.valid(i) ? 1 : 0);
      if constexpr (std::is_same_v<T, double>) number(std::bit_cast<std::uint64_t>(values[i]));
      else number(static_cast<std::uint64_t>(std::int64_t{values[i]}));
    }
  }
  std::uint64_t value() const { return value_; }

 private:
  void byte(std::uint64_t b) { value_ = (value_ ^ b) * 0x100000001b3U; }
  void number(std::uint64_t n) {
    for (int i = 0; i < 8; ++i) byte(n >> (8 * i) & 255);
  }
  std::vector<bool> kept_;
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

/// The digest of the rows of accounts before `accounts`.
std::uint64_t digest(const Frame& frame, std::uint32_t accounts = no_id) {
  std::vector<bool> kept(frame.rows(), true);
  if (frame.find("account") != nullptr)
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = accounts_of(frame)[i] < accounts;
  Digest digest(std::move(kept));
  for (std::size_t i = 0; i < frame.size(); ++i) {
    digest.text(frame.name(i));
    std::visit(digest, frame.column(i));
  }
  return digest.value();
}

std::map<std::string, std::uint64_t> digests(const Company& company, std::uint32_t accounts = no_id) {
  std::map<std::string, std::uint64_t> all;
  for (const auto& each : tables(company)) all[std::string(each.name)] = digest(*each.table, accounts);
  return all;
}

const Company& example() {
  static const Company company = company::simulate(4000, 7);
  return company;
}
constexpr std::int32_t first_day = 18993, until = 20089;  // 2022-01-01, 2025-01-01
constexpr std::size_t example_accounts = 4000;

/// MRR by month end and account, from the rows alone.
std::vector<std::vector<std::int64_t>> month_ends(const Company& company, std::size_t accounts) {
  const Frame& rows = company.subscriptions;
  const auto account = accounts_of(rows);
  const auto start = days_or_open(rows, "start"), end = days_or_open(rows, "end");
  const IdColumn& kind = column<IdColumn>(rows, "kind");
  std::vector<std::vector<std::int64_t>> mrr(36, std::vector<std::int64_t>(accounts));
  for (std::size_t month = 0; month < 36; ++month) {
    const std::int32_t last = add_months({first_day}, static_cast<std::int32_t>(month) + 1).days - 1;
    for (std::size_t i = 0; i < rows.rows(); ++i)
      if (kind.text(i) == "recurring" && start[i] <= last && last < end[i])
        mrr[month][account[i]] += column<DecimalColumn>(rows, "mrr").unscaled[i];
  }
  return mrr;
}

/// The rows of `hazards` whose account decided to leave, where the decision must have shown by now.
struct Decisions {
  std::vector<bool> watched, left;
  std::vector<std::size_t> cause;  // code, where left
};
Decisions decisions(const Company& company) {
  const Frame& hazards = company.hazards;
  const auto account = accounts_of(hazards);
  const auto& date = days_of(hazards, "date");
  Decisions all{std::vector<bool>(hazards.rows()), std::vector<bool>(hazards.rows()),
                std::vector<std::size_t>(hazards.rows())};
  for (std::size_t i = 0; i < hazards.rows(); ++i) all.watched[i] = date[i] + 93 < until;
  const auto gone = accounts_of(company.causes);
  for (std::size_t i = 0; i < gone.size(); ++i) {  // both tables are in order of account and date
    std::size_t row = 0, last = hazards.rows();
    while (row < last) {
      const std::size_t middle = (row + last) / 2;
      const bool before = account[middle] < gone[i] ||
                          (account[middle] == gone[i] && date[middle] < days_of(company.causes, "date")[i]);
      (before ? row : last) = before ? middle + 1 : middle;
    }
    REQUIRE(row > 0);
    REQUIRE(account[row - 1] == gone[i]);
    all.left[row - 1] = true;
    all.cause[row - 1] = column<IdColumn>(company.causes, "cause").codes()[i];
  }
  return all;
}

struct Rate {
  double left = 0, watched = 0;
  double value() const { return left / watched; }
};
/// Decisions to leave per watched month, where `where` holds and where it does not.
std::pair<Rate, Rate> rates(const Company& company, const std::function<int(std::size_t)>& where) {
  const Decisions all = decisions(company);
  std::pair<Rate, Rate> rates;
  for (std::size_t i = 0; i < all.left.size(); ++i) {
    const int group = all.watched[i] ? where(i) : 2;
    if (group == 2) continue;
    Rate& rate = group == 1 ? rates.first : rates.second;
    rate.left += all.left[i];
    ++rate.watched;
  }
  return rates;
}

/// The documented hazard by cause, in doubles, for a row of `hazards`.
std::array<double, 12> documented_hazard(const Company& company, std::size_t row) {
  const Frame& h = company.hazards;
  const std::size_t account = accounts_of(h)[row];
  const auto flag = [&](std::string_view name) {
    return double{column<Flags>(h, name).flags[row] != 0 ? 1.0 : 0.0};
  };
  const std::string segment = column<IdColumn>(company.accounts, "segment").text(account);
  const double leaving = segment == "enterprise" ? .45 : segment == "mid_market" ? .8 : 1.7;
  const double closed = segment == "enterprise" ? .00012 : segment == "mid_market" ? .00035 : .0009;
  const double activity = column<Column<double>>(h, "activity")[row],
               pace = column<Column<double>>(h, "pace")[row];
  const double fit = column<Column<double>>(company.truth, "fit")[account];
  const auto age = static_cast<double>(column<Column<std::int64_t>>(h, "age")[row]);
  const auto tickets = static_cast<double>(column<Column<std::int64_t>>(h, "open_escalations")[row]);
  std::array<double, 12> parts{
      (age >= 6 ? .01 * std::max(0.0, 1 - pace) : 0) + .0025 * flag("price_raised"),
      age >= 3 ? .01 * (1 - flag("onboarded")) : 0,
      .03 * flag("sponsor_missing"),
      .035 * std::pow(1 - activity, 3),
      .0006 + .0035 * flag("price_raised"),
      .002 * (1 - fit),
      .0003 + .009 * flag("new_sponsor"),
      .015 * std::min(tickets, 3.0),
      .02 * std::pow(1 - fit, 3) * (age < 12 ? 1 : .5),
      .0002 + .0025 * flag("neglected") + .0025 * flag("handed_over"),
      .006 * column<Column<double>>(company.truth, "payment_risk")[account] * (1 - flag("annual")),
      closed};
  for (std::size_t cause = 0; cause < 10; ++cause) parts[cause] *= leaving;
  return parts;
}

}  // namespace

TEST_SUITE("company/simulate") {
  TEST_CASE("the same seed gives the same bits with every compiler") {
    const std::map<std::string, std::uint64_t> golden{
        {"accounts", 0xbf594d94cf081043U},       {"subscriptions", 0x8154f90902b6b7e0U},
        {"contracts", 0x30197931849a9462U},      {"costs", 0x75ce2da548a47e74U},
        {"exchange_rates", 0x0c685a6d5e148069U}, {"usage", 0xbc2739935e3cd9a1U},
        {"milestones", 0x16c521dc0f797e2fU},     {"touches", 0x13e2aa82ac4f407eU},
        {"surveys", 0x2b1adfe77bdb4bd5U},        {"tickets", 0x50f735fca9c657beU},
        {"observations", 0xa3cc20765528aad9U},   {"goals", 0xf68fd29fbdbc5ecfU},
        {"owners", 0x824b2179961acb15U},         {"causes", 0xbc1e5a39e2c2af99U},
        {"truth", 0xc21ea8d189179b6eU},          {"hazards", 0x2c810b2f9eba3df6U}};
    const auto found = digests(company::simulate(200, 42));
    for (const auto& each : golden) {
      const std::string name = each.first;
      const std::uint64_t value = each.second;
      CAPTURE(name);
      CHECK(found.at(name) == value);
    }
    CHECK(found.size() == golden.size());
  }

  TEST_CASE("another seed gives another company") {
    const auto one = digests(company::simulate(50, 1)), two = digests(company::simulate(50, 2));
    for (const auto& each : one) {
      const std::string name = each.first;
      const std::uint64_t value = each.second;
      CAPTURE(name);
      CHECK(two.at(name) != value);
    }
  }

  TEST_CASE("an account is the same whatever the number of accounts") {
    const Company small = company::simulate(60, 3), large = company::simulate(350, 3);
    const auto some = digests(small), first = digests(large, 60);
    for (const auto& each : some) {
      const std::string name = each.first;
      const std::uint64_t value = each.second;
      CAPTURE(name);
      if (name == "costs") continue;  // the sum over all accounts
      CHECK(first.at(name) == value);
    }
  }

  TEST_CASE("usage volume moves no other table") {
    const auto some = digests(company::simulate(80, 5));
    const Company quiet = company::simulate(80, 5, {.events_per_week = 0});
    CHECK(quiet.usage.rows() == 0);
    CHECK(quiet.usage.size() == 5);
    for (const auto& each : digests(quiet)) {
      const std::string name = each.first;
      const std::uint64_t value = each.second;
      CAPTURE(name);
      CHECK((some.at(name) == value) == (name != "usage"));
    }
  }

  TEST_CASE("options do what they say") {
    CHECK(company::simulate(300, 5, {.churn_scale = 0}).causes.rows() == 0);
    const std::size_t usual = company::simulate(300, 5).causes.rows();
    CHECK(company::simulate(300, 5, {.churn_scale = 2}).causes.rows() > usual * 5 / 4);
    const Company flat = company::simulate(300, 5, {.price_rise = 0});
    const IdColumn& measure = column<IdColumn>(flat.observations, "measure");
    for (std::size_t i = 0; i < measure.size(); ++i) CHECK(measure.text(i) != "price_rise_announced");
    const auto usage = static_cast<double>(company::simulate(300, 5, {.events_per_week = 30}).usage.rows());
    CHECK(usage / static_cast<double>(company::simulate(300, 5).usage.rows()) ==
          doctest::Approx(10).epsilon(.03));
    const Company later = company::simulate(300, 5, {.first = make_date(2019, 5, 17), .months = 7});
    CHECK(days_or_open(later.costs, "period").front() == make_date(2019, 5, 1).days);
    CHECK(days_or_open(later.costs, "period").back() == make_date(2019, 12, 1).days);
    CHECK(days_or_open(later.exchange_rates, "date").back() == make_date(2019, 12, 16).days);
  }

  TEST_CASE("the columns are those of the tables' descriptions") {
    const std::map<std::string_view, std::vector<std::string>> wanted{
        {"accounts",
         {"account", "parent", "created", "name", "segment", "region", "channel", "seller", "industry",
          "plan", "term", "seats", "discount_percent", "fit_at_sale"}},
        {"subscriptions",
         {"account", "start", "end", "mrr", "currency", "kind", "subscription", "plan", "quantity",
          "cancel_requested", "paid_through", "signed_on"}},
        {"contracts", {"account", "signed_on", "start", "end", "total", "one_time", "currency"}},
        {"costs", {"period", "sales_and_marketing", "cost_of_goods_sold"}},
        {"exchange_rates", {"date", "base", "quote", "rate"}},
        {"usage", {"account", "at", "event", "user", "value"}},
        {"milestones", {"account", "milestone", "date"}},
        {"touches", {"account", "date", "channel", "csm", "direction", "hours"}},
        {"surveys", {"account", "date", "kind", "score", "user"}},
        {"tickets", {"account", "opened", "closed", "severity", "escalated", "score"}},
        {"observations", {"account", "measure", "value", "date"}},
        {"goals",
         {"account", "goal", "unit", "baseline", "target", "date", "actual", "value_per_unit", "cost"}},
        {"owners", {"account", "csm", "valid_from", "valid_to"}},
        {"causes", {"account", "date", "cause"}},
        {"truth",
         {"account", "fit", "payment_risk", "csm_skill", "stalled", "sponsor_lost", "sponsor_replaced"}},
        {"hazards",
         {"account", "date", "age", "annual", "activity", "pace", "open_escalations", "sponsor_missing",
          "new_sponsor", "onboarded", "price_raised", "neglected", "handed_over", "hazard", "probability"}}};
    for (const auto& each : tables(example())) {
      std::vector<std::string> names;
      for (std::size_t i = 0; i < each.table->size(); ++i) names.push_back(each.table->name(i));
      CAPTURE(std::string(each.name));
      CHECK(names == wanted.at(each.name));
      CHECK(each.table->rows() > 0);
    }
  }

  TEST_CASE("every account exists, and nothing is dated outside the watched time") {
    CHECK(example().accounts.rows() == example_accounts);
    for (const auto& each : tables(example())) {
      CAPTURE(std::string(each.name));
      if (each.table->find("account") != nullptr) {
        CHECK(std::is_sorted(accounts_of(*each.table).begin(), accounts_of(*each.table).end()));
        CHECK(accounts_of(*each.table).back() < example_accounts);
      }
      for (const auto name : {"start", "date", "created", "opened", "closed", "valid_from", "valid_to", "end",
                              "cancel_requested", "sponsor_lost", "sponsor_replaced", "signed_on"}) {
        if (each.table->find(name) == nullptr ||
            (each.name == "contracts" && std::string_view(name) == "end"))
          continue;
        for (const std::int32_t day : days_or_open(*each.table, name))
          if (day != open) REQUIRE((day >= first_day && day < until));
      }
    }
    const auto& parents = column<IdColumn>(example().accounts, "parent").codes();
    CHECK(std::count(parents.begin(), parents.end(), no_id) < std::ptrdiff_t{example_accounts});
    for (std::size_t i = 0; i < parents.size(); ++i) REQUIRE((parents[i] == no_id || parents[i] < i));
  }

  TEST_CASE("subscriptions: rows of one subscription follow each other, and lie where they should") {
    const Frame& rows = example().subscriptions;
    const auto account = accounts_of(rows);
    const auto start = days_or_open(rows, "start"), end = days_or_open(rows, "end");
    const auto asked = days_or_open(rows, "cancel_requested"), paid = days_or_open(rows, "paid_through");
    const auto signed_on = days_or_open(rows, "signed_on"),
               created = days_or_open(example().accounts, "created");
    const auto& ids = column<IdColumn>(rows, "subscription").codes();
    const IdColumn& kind = column<IdColumn>(rows, "kind");
    std::map<std::uint32_t, std::int32_t> ended;  // by subscription
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      REQUIRE(start[i] < end[i]);
      REQUIRE(created[account[i]] <= signed_on[i]);
      REQUIRE(signed_on[i] <= start[i]);
      REQUIRE(paid[i] == (end[i] == open ? paid[i] : end[i]));
      REQUIRE((end[i] != open || paid[i] >= until));
      if (asked[i] != open) REQUIRE((start[i] <= asked[i] && asked[i] < end[i]));
      REQUIRE(column<Column<std::int64_t>>(rows, "quantity")[i] >= 1);
      const std::int64_t mrr = column<DecimalColumn>(rows, "mrr").unscaled[i];
      REQUIRE((mrr > 0 || (mrr == 0 && kind.text(i) == "trial")));
      if (ended.count(ids[i]) != 0) REQUIRE(ended[ids[i]] == start[i]);
      ended[ids[i]] = end[i];
    }
    CHECK(column<DecimalColumn>(rows, "mrr").scale == 2);
  }

  TEST_CASE("causes: one for each spell that ended, on the day on which the last row did") {
    const Frame& rows = example().subscriptions;
    const auto start = days_or_open(rows, "start"), end = days_or_open(rows, "end");
    const IdColumn& kind = column<IdColumn>(rows, "kind");
    std::map<std::pair<std::uint32_t, std::int32_t>, int> ends;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      bool goes_on = end[i] == open || kind.text(i) == "trial";
      for (std::size_t j = 0; j < rows.rows() && !goes_on; ++j)
        goes_on = accounts_of(rows)[j] == accounts_of(rows)[i] && start[j] <= end[i] && end[i] < end[j];
      if (!goes_on) ends[{accounts_of(rows)[i], end[i]}] = 1;
    }
    std::map<std::pair<std::uint32_t, std::int32_t>, int> causes;
    for (std::size_t i = 0; i < example().causes.rows(); ++i)
      ++causes[{accounts_of(example().causes)[i], days_of(example().causes, "date")[i]}];
    CHECK(causes == ends);
  }

  TEST_CASE("usage lies in subscribed time and comes from users of the account") {
    const Company company = company::simulate(400, 9);
    const Frame& rows = company.subscriptions;
    std::map<std::uint32_t, std::vector<std::pair<std::int32_t, std::int32_t>>> subscribed;
    const auto start = days_or_open(rows, "start"), end = days_or_open(rows, "end");
    for (std::size_t i = 0; i < rows.rows(); ++i)
      subscribed[accounts_of(rows)[i]].push_back({start[i], end[i]});
    const auto& at = column<Timestamps>(company.usage, "at").micros;
    const IdColumn& user = column<IdColumn>(company.usage, "user");
    std::array<double, 7> weekdays{};
    for (std::size_t i = 0; i < company.usage.rows(); ++i) {
      const std::uint32_t account = accounts_of(company.usage)[i];
      const auto day = static_cast<std::int32_t>(at[i] / 86'400'000'000);
      const auto& when = subscribed[account];
      REQUIRE(std::any_of(when.begin(), when.end(),
                          [&](const auto& each) { return each.first <= day && day < each.second; }));
      REQUIRE(day < until);
      REQUIRE((i == 0 || accounts_of(company.usage)[i - 1] < account || at[i - 1] <= at[i]));
      REQUIRE(user.text(i).substr(0, 9) == fmt::format("U-{:06}-", account + 1));
      ++weekdays[static_cast<std::size_t>(day + 3) % 7];
    }
    const double all = static_cast<double>(company.usage.rows());
    const std::array<double, 7> stated{.19, .21, .21, .20, .15, .02, .02};
    for (std::size_t i = 0; i < 7; ++i) CHECK(weekdays[i] / all == doctest::Approx(stated[i]).epsilon(.06));
  }

  TEST_CASE("milestones, tickets, owners and contracts are in order") {
    const Frame& milestones = example().milestones;
    std::map<std::uint32_t, std::map<std::string, std::int32_t>> reached;
    for (std::size_t i = 0; i < milestones.rows(); ++i)
      reached[accounts_of(milestones)[i]][column<IdColumn>(milestones, "milestone").text(i)] =
          days_of(milestones, "date")[i];
    std::map<std::string, std::size_t> counts;
    for (const auto& [account, dates] : reached) {
      std::int32_t last = first_day;
      for (const auto name : {"signed", "onboarded", "first_value", "adopted"}) {
        if (dates.count(name) == 0) continue;
        REQUIRE(dates.at(name) >= last);
        last = dates.at(name);
        ++counts[name];
      }
    }
    CHECK(counts["signed"] > counts["onboarded"]);
    CHECK(counts["onboarded"] > counts["first_value"]);
    CHECK(counts["first_value"] > counts["adopted"]);
    CHECK(counts["adopted"] > 0);

    const auto opened = days_or_open(example().tickets, "opened"),
               closed = days_or_open(example().tickets, "closed");
    for (std::size_t i = 0; i < opened.size(); ++i) REQUIRE(opened[i] <= closed[i]);
    const Frame& owners = example().owners;
    const auto from = days_or_open(owners, "valid_from"), to = days_or_open(owners, "valid_to");
    std::size_t handovers = 0;
    for (std::size_t i = 0; i < owners.rows(); ++i) {
      REQUIRE(from[i] < to[i]);
      if (i == 0 || accounts_of(owners)[i - 1] != accounts_of(owners)[i]) continue;
      REQUIRE(to[i - 1] <= from[i]);
      handovers += to[i - 1] == from[i];
    }
    CHECK(handovers > 0);
    const auto start = days_or_open(example().contracts, "start"),
               end = days_or_open(example().contracts, "end");
    for (std::size_t i = 0; i < start.size(); ++i) REQUIRE(end[i] == add_months({start[i]}, 12).days);
  }

  TEST_CASE("a touch is by the csm who owns the account") {
    const Frame& owners = example().owners;
    const auto from = days_or_open(owners, "valid_from"), to = days_or_open(owners, "valid_to");
    std::map<std::uint32_t, std::vector<std::size_t>> of;
    for (std::size_t i = 0; i < owners.rows(); ++i) of[accounts_of(owners)[i]].push_back(i);
    const Frame& touches = example().touches;
    for (std::size_t i = 0; i < touches.rows(); ++i) {
      const auto& all = of[accounts_of(touches)[i]];
      const std::int32_t day = days_of(touches, "date")[i];
      REQUIRE(std::any_of(all.begin(), all.end(), [&](std::size_t owner) {
        return from[owner] <= day && day < to[owner] &&
               column<IdColumn>(owners, "csm").text(owner) == column<IdColumn>(touches, "csm").text(i);
      }));
    }
  }

  TEST_CASE("annual accounts leave at the end of a contract alone") {
    const Company& company = example();
    std::map<std::pair<std::uint32_t, std::int32_t>, int> ends;
    for (std::size_t i = 0; i < company.contracts.rows(); ++i)
      ends[{accounts_of(company.contracts)[i], days_of(company.contracts, "end")[i]}] = 1;
    int annual = 0;
    for (std::size_t i = 0; i < company.causes.rows(); ++i) {
      const std::uint32_t account = accounts_of(company.causes)[i];
      if (column<IdColumn>(company.accounts, "term").text(account) != "annual") continue;
      ++annual;
      CHECK(ends.count({account, days_of(company.causes, "date")[i]}) == 1);
    }
    CHECK(annual > 50);
  }

  TEST_CASE("trials: some convert, some do not, some have a price") {
    const Frame& rows = example().subscriptions;
    const IdColumn& kind = column<IdColumn>(rows, "kind");
    std::vector<bool> tried(example_accounts), paid(example_accounts);
    double trials = 0, priced = 0, conversions = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      const bool trial = kind.text(i) == "trial";
      (trial ? tried : paid)[accounts_of(rows)[i]] = true;
      trials += trial;
      priced += trial && column<DecimalColumn>(rows, "mrr").unscaled[i] > 0;
    }
    for (std::size_t i = 0; i < example_accounts; ++i) conversions += tried[i] && paid[i];
    CHECK(trials / double{example_accounts} == doctest::Approx(.6 * .4 + .3 * .15).epsilon(.1));
    CHECK(priced / trials == doctest::Approx(.25).epsilon(.15));
    CHECK(conversions / trials > .4);
    CHECK(conversions / trials < .7);
  }

  TEST_CASE("all movements occur, at the levels that the handbook states") {
    const auto mrr = month_ends(example(), example_accounts);
    const IdColumn& segment = column<IdColumn>(example().accounts, "segment");
    std::vector<bool> ever(example_accounts);
    std::map<std::string, double> lost, present, moved;
    for (std::size_t month = 1; month < 36; ++month)
      for (std::size_t i = 0; i < example_accounts; ++i) {
        const std::int64_t before = mrr[month - 1][i], now = mrr[month][i];
        ever[i] = ever[i] || before > 0;
        present[segment.text(i)] += before > 0;
        lost[segment.text(i)] += before > 0 && now == 0;
        if (before == 0 && now > 0) ++moved[ever[i] ? "reactivation" : "new_business"];
        if (before > 0 && now > before) ++moved["expansion"];
        if (now > 0 && now < before) ++moved["contraction"];
      }
    for (const auto name : {"new_business", "reactivation", "expansion", "contraction"}) {
      CAPTURE(std::string(name));
      CHECK(moved[name] >= 50);
    }
    const auto churn = [&](const std::string& name) { return lost[name] / present[name]; };
    CHECK(churn("small_business") == doctest::Approx(.0224).epsilon(.1));
    CHECK(churn("mid_market") == doctest::Approx(.0103).epsilon(.15));
    CHECK(churn("enterprise") == doctest::Approx(.0058).epsilon(.25));
    double base = 0, kept = 0;
    for (std::size_t i = 0; i < example_accounts; ++i)
      if (mrr[23][i] > 0) {
        base += static_cast<double>(mrr[23][i]);
        kept += static_cast<double>(mrr[35][i]);
      }
    CHECK(kept / base > .95);
    CHECK(kept / base < 1.15);
  }

  TEST_CASE("the hazard of every month is the documented one") {
    const Frame& hazards = example().hazards;
    double furthest = 0;
    for (std::size_t i = 0; i < hazards.rows(); ++i) {
      double hazard = 0;
      for (const double part : documented_hazard(example(), i)) hazard += part;
      furthest = std::max(furthest, std::abs(hazard - column<Column<double>>(hazards, "hazard")[i]));
      const bool annual = column<Flags>(hazards, "annual").flags[i] != 0;
      const double given = column<Column<double>>(hazards, "hazard")[i] * (annual ? 9 : 1);
      const bool due = !annual || column<Column<std::int64_t>>(hazards, "age")[i] % 12 == 9;
      REQUIRE(std::abs(column<Column<double>>(hazards, "probability")[i] - (due ? std::min(given, .9) : 0)) <
              1e-9);
    }
    CHECK(furthest < 20e-6);  // whole millionths, part by part
  }

  TEST_CASE("as many leave as the hazards say, and for the causes that they say") {
    const Decisions all = decisions(example());
    std::array<double, 13> expected{}, variance{}, found{};  // the last is the sum
    for (std::size_t i = 0; i < all.left.size(); ++i) {
      if (!all.watched[i]) continue;
      const double probability = column<Column<double>>(example().hazards, "probability")[i];
      const auto parts = documented_hazard(example(), i);
      double sum = 0;
      for (const double part : parts) sum += part;
      for (std::size_t cause = 0; cause < 13; ++cause) {
        const double p = probability * (cause == 12 ? 1 : parts[cause] / sum);
        expected[cause] += p;
        variance[cause] += p * (1 - p);
        found[cause] += all.left[i] && (cause == 12 || all.cause[i] == cause);
      }
    }
    for (std::size_t cause = 0; cause < 13; ++cause) {
      CAPTURE(cause);
      CHECK(std::abs(found[cause] - expected[cause]) < 3.5 * std::sqrt(variance[cause]));
      CHECK(found[cause] >= 5);
    }
  }

  TEST_CASE("what ought to drive churn does") {
    const Company company = company::simulate(15'000, 11, {.events_per_week = 0});
    const Frame& hazards = company.hazards;
    const IdColumn& segment = column<IdColumn>(company.accounts, "segment");
    // Small businesses with monthly terms: alike in all but what is compared.
    const auto monthly = [&](std::size_t row, bool yes) {
      const bool counts = segment.text(accounts_of(hazards)[row]) == "small_business" &&
                          column<Flags>(hazards, "annual").flags[row] == 0;
      return !counts ? 2 : yes ? 1 : 0;
    };
    const auto flag = [&](std::string_view name, bool old) {
      return rates(company, [&, old](std::size_t row) {
        const bool counts = !old || column<Column<std::int64_t>>(hazards, "age")[row] >= 6;
        return counts ? monthly(row, column<Flags>(hazards, name).flags[row] != 0) : 2;
      });
    };
    const auto [lost, kept] = flag("sponsor_missing", false);
    CHECK(lost.value() > 2 * kept.value());
    const auto [onboarded, stuck] = flag("onboarded", true);
    CHECK(stuck.value() > 1.5 * onboarded.value());
    const auto [raised, flat] = flag("price_raised", true);
    CHECK(raised.value() > 1.25 * flat.value());
    const auto [idle, busy] = rates(company, [&](std::size_t row) {
      return monthly(row, column<Column<double>>(hazards, "activity")[row] < .5);
    });
    CHECK(idle.value() > 1.5 * busy.value());
    const auto [unfit, fit] = rates(company, [&](std::size_t row) {
      return monthly(row, column<Column<double>>(company.truth, "fit")[accounts_of(hazards)[row]] < .5);
    });
    CHECK(unfit.value() > 1.3 * fit.value());
    const auto [shouting, quiet] = rates(company, [&](std::size_t row) {
      return monthly(row, column<Column<std::int64_t>>(hazards, "open_escalations")[row] > 0);
    });
    CHECK(shouting.value() > 1.6 * quiet.value());
  }

  TEST_CASE("usage falls before an account leaves") {
    const Company& company = example();
    std::map<std::uint32_t, std::int32_t> end;  // of the first spell
    for (std::size_t i = company.causes.rows(); i-- > 0;)
      end[accounts_of(company.causes)[i]] = days_of(company.causes, "date")[i];
    double late = 0,
           early = 0;  // events in the last 30 days, and in the 30 days that end half a year earlier
    for (std::size_t i = 0; i < company.usage.rows(); ++i) {
      const auto found = end.find(accounts_of(company.usage)[i]);
      if (found == end.end()) continue;
      const auto days =
          found->second -
          static_cast<std::int32_t>(column<Timestamps>(company.usage, "at").micros[i] / 86'400'000'000);
      late += days >= 1 && days <= 30;
      early += days >= 181 && days <= 210;
    }
    CHECK(late > 0);
    CHECK(late < .75 * early);
  }

  TEST_CASE("a lost champion is silent") {
    const Company& company = example();
    const auto lost = days_or_open(company.truth, "sponsor_lost");
    const IdColumn& user = column<IdColumn>(company.usage, "user");
    double before = 0, champion = 0, after = 0;
    for (std::size_t i = 0; i < company.usage.rows(); ++i) {
      const auto day =
          static_cast<std::int32_t>(column<Timestamps>(company.usage, "at").micros[i] / 86'400'000'000);
      const bool first = user.text(i).substr(9) == "01";
      if (day < lost[accounts_of(company.usage)[i]]) {
        ++before;
        champion += first;
      } else {
        after += first;
      }
    }
    CHECK(champion / before == doctest::Approx(.3).epsilon(.02));
    CHECK(after == 0);
  }

  TEST_CASE("one account, one month, fifty years, the first and the last day") {
    CHECK(company::simulate(1, 1, {.months = 1}).accounts.rows() == 1);
    const Company old = company::simulate(20, 1, {.months = 600, .events_per_week = .1});
    CHECK(old.costs.rows() == 600);
    for (const std::int64_t mrr : column<DecimalColumn>(old.subscriptions, "mrr").unscaled.values())
      CHECK(mrr >= 0);
    const Company steep =
        company::simulate(20, 1, {.months = 600, .churn_scale = 0, .price_rise = .5, .events_per_week = 0});
    for (const std::int64_t mrr : column<DecimalColumn>(steep.subscriptions, "mrr").unscaled.values())
      CHECK(mrr >= 0);
    const Company early = company::simulate(30, 1, {.first = parse_date("1900-01-01"), .months = 24});
    CHECK(early.causes.rows() ==
          company::simulate(30, 1, {.first = parse_date("1900-01-01"), .months = 24}).causes.rows());
    const auto days = days_or_open(early.subscriptions, "start");
    CHECK(*std::min_element(days.begin(), days.end()) >= min_day);
    CHECK(company::simulate(30, 1, {.first = parse_date("9900-01-01"), .months = 600}).accounts.rows() == 30);
  }

  TEST_CASE("errors say what is wrong") {
    const auto text = [](std::int64_t accounts, const company::SimulateOptions& options) {
      try {
        company::simulate(accounts, 1, options);
      } catch (const InvalidInput& error) {
        return std::string(error.what());
      }
      return std::string("none");
    };
    const double nan = std::numeric_limits<double>::quiet_NaN(),
                 infinity = std::numeric_limits<double>::infinity();
    CHECK(text(0, {}) == "simulate: accounts = 0 is not between 1 and 10000000");
    CHECK(text(10'000'001, {}) == "simulate: accounts = 10000001 is not between 1 and 10000000");
    CHECK(text(1, {.months = 0}) == "simulate: months = 0 is not between 1 and 600");
    CHECK(text(1, {.months = 601}) == "simulate: months = 601 is not between 1 and 600");
    CHECK(text(1, {.churn_scale = -.5}) == "simulate: churn_scale = -0.5 is not between 0 and 10");
    CHECK(text(1, {.churn_scale = nan}) == "simulate: churn_scale = nan is not between 0 and 10");
    CHECK(text(1, {.price_rise = .51}) == "simulate: price_rise = 0.51 is not between 0 and 0.5");
    CHECK(text(1, {.events_per_week = infinity}) ==
          "simulate: events_per_week = inf is not between 0 and 10000");
    CHECK(text(1, {.first = {min_day - 1}}) ==
          "simulate: first = 1899-12-31 is not between 1900-01-01 and 9900-01-01");
    CHECK(text(1, {.first = {max_day}}) ==
          "simulate: first = 9999-12-31 is not between 1900-01-01 and 9900-01-01");
    CHECK(text(1, {.first = {open}}) == "simulate: first = open is not between 1900-01-01 and 9900-01-01");
  }
}
