// SPDX-License-Identifier: MIT
#include <fealty/adoption/usage_sketch.hpp>

#include "adoption/random_usage.hpp"

#include <fealty/adoption/active_users.hpp>
#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/splitmix64.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using adoption::detail::estimate_distinct;
using adoption::detail::HyperLogLog;
using adoption::detail::sketch_hash;
using adoption::detail::SketchEntry;
using adoption::detail::SketchUnion;

namespace {

using Texts = std::vector<std::string>;
using Numbers = std::vector<std::int64_t>;
using DayNumbers = std::vector<std::int32_t>;
using Bytes = std::vector<std::uint8_t>;

std::vector<UsageRows> parts_of(const UsageRows& rows, std::uint64_t seed) {
  fealty::detail::SplitMix64 random(seed);
  std::vector<UsageRows> parts(1 + random.next() % 7);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    UsageRows& part = parts[random.next() % parts.size()];
    part.account.push_back(rows.account[row]);
    part.user.push_back(rows.user[row]);
    part.event.push_back(rows.event[row]);
    part.day.push_back(rows.day[row]);
    part.value.push_back(rows.value[row]);
  }
  return parts;
}

std::string shown(const ActiveUsers& active) {
  std::string text;
  for (std::size_t row = 0; row < active.dau.size(); ++row)
    text += fmt::format("{} {} {} {} {} {}\n", active.group.present() ? active.group.text(row) : "",
                        active.date.days[row], active.dau[row], active.wau[row], active.mau[row],
                        active.complete[row]);
  return text + to_string(active.since) + to_string(active.as_of);
}

Usage plain(IdColumn account, IdColumn user, DayNumbers days, UserScope scope = UserScope::everywhere) {
  return Usage(
      {.account = std::move(account), .user = std::move(user), .time = std::move(days), .user_scope = scope});
}

/// The relative errors of estimates of n ids, for each seed.
template <class IdAt>
std::vector<double> errors(int precision, std::size_t n, std::size_t seeds, IdAt id_at) {
  std::vector<double> found;
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    HyperLogLog sketch(precision);
    for (std::size_t first = 0; first < n; first += 4096) {
      std::vector<std::uint32_t> entries;
      for (std::size_t i = first; i < std::min(n, first + 4096); ++i)
        entries.push_back(SketchEntry::of(sketch_hash(id_at(seed, i)), precision));
      sketch.add(entries);
    }
    SketchUnion all(precision);
    all.add(sketch);
    found.push_back(all.distinct() / static_cast<double>(n) - 1);
  }
  return found;
}
/// Whether errors have a mean of 0 and a size of at most the one stated, as far as so many can tell.
void check_errors(const std::vector<double>& found, double stated) {
  double sum = 0, squares = 0;
  for (const double each : found) {
    sum += each;
    squares += each * each;
  }
  const auto n = static_cast<double>(found.size());
  CHECK(std::abs(sum / n) < 3.5 * stated / std::sqrt(n));
  CHECK(std::sqrt(squares / n) < stated * (1 + 2.5 / std::sqrt(n)));
}

}  // namespace

TEST_SUITE("adoption/usage_sketch") {
  TEST_CASE(
      "estimates err by 1.04 / sqrt(registers), whatever the number, for numbers and texts in sequence") {
    const auto number = [](std::size_t seed, std::size_t i) {
      return static_cast<std::int64_t>(seed * 10'000'019 + i);
    };
    const auto text = [](std::size_t seed, std::size_t i) { return fmt::format("user-{}-{}", seed, i); };
    const auto letters = [](std::size_t seed, std::size_t i) {  // 4 bytes
      std::string id(4, 'a');
      for (std::size_t k = 0, left = i + seed * 40'009; k < 4; ++k, left /= 26)
        id[k] = static_cast<char>('a' + left % 26);
      return id;
    };
    for (const std::size_t n :
         {std::size_t{100}, std::size_t{1'000}, std::size_t{10'000}, std::size_t{100'000}}) {
      CAPTURE(n);
      const std::size_t seeds = n < 100'000 ? 100 : 40;
      check_errors(errors(14, n, seeds, number), 1.04 / 128);
      if (n <= 10'000) check_errors(errors(14, n, seeds, text), 1.04 / 128);
      if (n <= 10'000) check_errors(errors(14, n, 40, letters), 1.04 / 128);
      check_errors(errors(8, n, seeds, number), 1.04 / 16);
      check_errors(errors(4, n, seeds, number), 1.04 / 4 * 1.1);  // 16 registers: the formula is asymptotic
    }
    check_errors(errors(14, 1'000'000, 25, number), 1.04 / 128);
    check_errors(errors(18, 1'000'000, 10, number), 1.04 / 512);
    check_errors(errors(14, 1'000'000, 8, text), 1.04 / 128);
  }

  TEST_CASE("the estimator gives n for the registers that n ids make on average") {
    // Poisson: a register is at most k with probability exp(-n / (m 2^k)).
    constexpr double registers = 1 << 26;
    constexpr int highest = 51;
    for (const double n : {1e4, 1e6, 1e7, 1e8, 1e9, 1e12, 1e15}) {
      std::vector<std::uint32_t> counts;
      double before = 0, placed = 0;
      for (int rank = 0; rank <= highest; ++rank) {
        const double up_to =
            rank == highest ? registers : std::round(registers * std::exp(-n / std::ldexp(registers, rank)));
        counts.push_back(static_cast<std::uint32_t>(up_to - before));
        placed += up_to - before;
        before = up_to;
      }
      CHECK(placed == registers);
      CHECK(estimate_distinct(counts) == doctest::Approx(n).epsilon(2e-5));
    }
    CHECK(estimate_distinct(std::vector<std::uint32_t>{16, 0, 0, 0}) == 0);
  }

  TEST_CASE("an entry is the register that the first bits choose, and the place of the first 1 after them") {
    CHECK(SketchEntry::of(0xffff'ffff'ffff'ffffU, 4) == (15U << 6 | 1));
    CHECK(SketchEntry::of(0, 4) == 61);
    CHECK(SketchEntry::of(1, 4) == 60);
    CHECK(SketchEntry::of(0x1000'0000'0000'0000U >> 5, 4) == 5);
    CHECK(SketchEntry::of(0, 18) == 47);
    CHECK(adoption::detail::highest_rank(18) == 47);
  }

  TEST_CASE("hashes never change: sketches of other versions are merged with them") {
    CHECK(sketch_hash(std::int64_t{0}) == 0xe220a8397b1dcdafU);  // the first number of splitmix64 from 0
    CHECK(sketch_hash(std::string_view("")) == 0xba1bc03c1a2976a1U);
    CHECK(sketch_hash(std::string_view("user-1")) == 0x62565757c33ca000U);
    CHECK(sketch_hash(std::string_view("somebody@example.com")) == 0xdedc69ada4641978U);
    CHECK(adoption::detail::hash_within(1, 2) == 0xef30b01c2974aeebU);
    CHECK(adoption::detail::hash_of_itself(1) == 0xda26e52fa3730902U);
  }

  TEST_CASE("the same bits for every partition and order of the rows, merged or added, as of one table") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      CAPTURE(seed);
      const UsageRows rows = random_usage(seed, 1 + 40 * (seed % 13));
      const auto scope = static_cast<UserScope>(seed % 2);
      UsageSketchOptions options{.events = seed % 3 == 0 ? Texts{"share", "login"} : Texts{},
                                 .precision = static_cast<std::int32_t>(4 + seed % 5)};
      if (seed % 4 < 2) options.by = {"account"};
      const UsageSketch whole(rows.table(scope), options);
      UsageSketch streamed(options), merged(options);
      for (const UsageRows& part : parts_of(rows.shuffled(seed), seed + 1)) {
        streamed.update(part.table(scope));
        UsageSketch other(part.table(scope), options);
        other.merge(merged);
        merged = UsageSketch::deserialize(other.serialize());
      }
      const Bytes bytes = whole.serialize();
      CHECK(streamed.serialize() == bytes);
      CHECK(merged.serialize() == bytes);
      CHECK(merged.users() == whole.users());
      streamed.update(rows.table(scope));  // again
      streamed.merge(streamed);
      CHECK(streamed.serialize() == bytes);
    }
  }

  TEST_CASE("few users in large sketches: what is counted is what an exact state counts") {
    const revenue::Accounts plans({.account = Texts{"A0", "A1", "A2", "A0"},
                                   .valid_from = DayNumbers{18'000, 18'000, 18'000, 19'050},
                                   .attributes = {{"plan", Texts{"pro", "free", "pro", "free"}}}});
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
      CAPTURE(seed);
      const UsageRows rows = random_usage(seed, 30 * seed);
      const auto scope = static_cast<UserScope>(seed % 2);
      UsageSketch sketch(
          {.events = seed % 3 == 0 ? Texts{"create"} : Texts{}, .by = {"account"}, .precision = 18});
      for (const UsageRows& part : parts_of(rows, seed)) sketch.update(part.table(scope));
      ActiveUsersOptions options{.events = sketch.events(),
                                 .window = static_cast<std::int32_t>(seed % 5 * 9 + 2)};
      options.every = seed % 2 == 0 ? Period::week : Period::day;
      if (seed % 4 == 1) options.by = {"account"};
      if (seed % 4 == 2) options.by = {"plan"}, options.accounts = plans;
      if (seed % 5 == 0) options.since = Date{19'030}, options.as_of = Date{19'060};
      const ActiveUsers exact = active_users(rows.table(scope), options);
      options.events = {};
      const ActiveUsers approximate = active_users(sketch, options);
      CHECK(shown(approximate) == shown(exact));
      CHECK(approximate.counting == DistinctCounting::approximate);
      CHECK(approximate.std_error == doctest::Approx(1.04 / 512).epsilon(1e-15));
      CHECK(exact.counting == DistinctCounting::exact);
      CHECK(exact.std_error == 0);
    }
  }

  TEST_CASE("many users: daily, weekly and monthly counts are within a few standard errors") {
    fealty::detail::SplitMix64 random(7);
    Numbers account, user;
    DayNumbers days;
    for (int i = 0; i < 200'000; ++i) {
      user.push_back(static_cast<std::int64_t>(random.next() % 60'000));
      account.push_back(user.back() % 50);
      days.push_back(static_cast<std::int32_t>(19'000 + random.next() % 40));
    }
    const Usage usage = plain(account, user, days);
    for (const bool by_account : {false, true}) {
      const UsageSketch sketch(usage, {.by = by_account ? Texts{"account"} : Texts{}, .precision = 12});
      const ActiveUsers exact = active_users(usage), approximate = active_users(sketch);
      REQUIRE(exact.dau.size() == approximate.dau.size());
      double worst = 0;
      for (std::size_t i = 0; i < exact.dau.size(); ++i)
        for (const auto& [a, b] :
             {std::pair(exact.dau[i], approximate.dau[i]), std::pair(exact.wau[i], approximate.wau[i]),
              std::pair(exact.mau[i], approximate.mau[i])})
          worst = std::max(worst, std::abs(static_cast<double>(b) / a - 1));
      CHECK(worst > 0);
      CHECK(worst < 4 * sketch.std_error());
      CHECK(sketch.users() ==
            doctest::Approx(static_cast<double>(usage.users())).epsilon(4 * sketch.std_error()));
    }
    CHECK(active_users(UsageSketch(usage)).mau == active_users(UsageSketch(usage, {.by = {"account"}})).mau);
  }

  TEST_CASE("a sketch of all days takes as many bytes as it has registers, however many users") {
    Numbers account(300'000, 1), user;
    for (std::int64_t i = 0; i < 300'000; ++i) user.push_back(i);
    const UsageSketch sketch(plain(account, user, DayNumbers(300'000, 19'000)));
    CHECK(sketch.size() == 1);
    CHECK(sketch.serialize().size() < 16'384 + 150);
    CHECK(sketch.precision() == 14);
    CHECK(sketch.std_error() == 1.04 / 128);
  }

  TEST_CASE("users of accounts: the same id in two is one or two; an account itself is none of its users") {
    const auto distinct = [](const Usage& usage) {
      return std::lround(UsageSketch(usage, {.precision = 18}).users());
    };
    CHECK(distinct(plain(Texts{"A", "B"}, Texts{"u", "u"}, {1, 2})) == 1);
    CHECK(distinct(plain(Texts{"A", "B"}, Texts{"u", "u"}, {1, 2}, UserScope::account)) == 2);
    CHECK(distinct(plain(Numbers{1, 2}, Numbers{2, 1}, {1, 2}, UserScope::account)) == 2);
    UsageSketch sketch(Usage({.account = Texts{"A", "B", "A"}, .time = DayNumbers{1, 2, 1}}),
                       {.precision = 18});
    CHECK(std::lround(sketch.users()) == 2);
    sketch.update(plain(Texts{"A"}, Texts{"A"}, {1}));
    CHECK(std::lround(sketch.users()) == 3);
  }

  TEST_CASE("empty, and batches without what counts") {
    UsageSketch sketch({.events = {"share"}, .by = {"account"}});
    CHECK(sketch.size() == 0);
    CHECK(sketch.users() == 0);
    CHECK_FALSE(sketch.user_scope());
    CHECK(active_users(sketch).dau.empty());
    CHECK(active_users(UsageSketch()).dau.empty());
    CHECK(UsageSketch::deserialize(sketch.serialize()).serialize() == sketch.serialize());
    sketch.update(plain(Texts{"A"}, Texts{"u"}, {19000}));
    CHECK(sketch.size() == 0);
    CHECK(sketch.last_day() == Date{19000});
    CHECK(sketch.user_scope() == UserScope::everywhere);
    CHECK(UsageSketch::deserialize(sketch.serialize()).serialize() == sketch.serialize());
  }

  TEST_CASE("refuses settings that are none, and what does not add up") {
    const auto refuses = [](UsageSketchOptions options, const char* message) {
      CHECK_THROWS_WITH_AS(UsageSketch{options}, message, InvalidInput);
    };
    refuses({.precision = 3}, "UsageSketch: precision = 3 is not a number of bits from 4 to 18");
    refuses({.precision = 19}, "UsageSketch: precision = 19 is not a number of bits from 4 to 18");
    refuses(
        {.by = {"plan", "region"}},
        "UsageSketch: by = plan, region is not \"account\"; segments are made of sketches by account when "
        "users are counted");
    UsageSketch sketch(plain(Texts{"A"}, Texts{"u"}, {1}));
    const Bytes bytes = sketch.serialize();
    const auto refuses_merge = [&](const UsageSketch& other, const char* message) {
      CHECK_THROWS_WITH_AS(sketch.merge(other), message, InvalidInput);
    };
    refuses_merge(UsageSketch({.precision = 10}),
                  "UsageSketch: precision = 10 is not this state's, which is 14");
    refuses_merge(UsageSketch({.by = {"account"}}),
                  "UsageSketch: by = account are not this state's, which are none");
    refuses_merge(UsageSketch({.events = {"b", "a"}}),
                  "UsageSketch: events = a, b are not this state's, which are all");
    refuses_merge(UsageSketch(plain(Texts{"A"}, Texts{"u"}, {1}, UserScope::account)),
                  "UsageSketch: user_scope = account is not that of the usage so far, which is everywhere");
    refuses_merge(UsageSketch(plain(Numbers{1}, Texts{"u"}, {1})),
                  "UsageSketch: account = integers do not fit the ids so far, which are texts");
    refuses_merge(UsageSketch(plain(Texts{"A"}, Numbers{1}, {1})),
                  "UsageSketch: user = integers do not fit the ids so far, which are texts");
    CHECK_THROWS_WITH_AS(sketch.update(plain(Texts{"A"}, Numbers{1}, {1})),
                         "UsageSketch: user = integers do not fit the ids so far, which are texts",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        sketch.update(plain(Texts{"A"}, Texts{"u"}, {1}, UserScope::account)),
        "UsageSketch: user_scope = account is not that of the usage so far, which is everywhere",
        InvalidInput);
    sketch.merge(UsageSketch());
    sketch.update(plain(Texts{}, Texts{}, {}));
    CHECK(sketch.serialize() == bytes);
    CHECK_THROWS_WITH_AS(active_users(sketch, {.by = {"account"}}),
                         "active_users: by = account needs sketches by account; these are of all together",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(active_users(sketch, {.events = {"share"}}),
                         "active_users: events = \"share\" is no event of the table; there are none",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(active_users(sketch, {.window = 0}),
                         "active_users: window = 0 is not a number of days from 1 to 366", InvalidInput);
  }

  TEST_CASE("bytes that are cut short, go on, or say what cannot be are refused") {
    for (const bool by_account : {false, true}) {
      UsageSketchOptions options{.events = {"login"}, .precision = 4};
      if (by_account) options.by = {"account"};
      const Bytes bytes = UsageSketch(random_usage(5, 60, 5).table(), options).serialize();
      for (std::size_t cut = 0; cut < bytes.size(); ++cut)
        CHECK_THROWS_AS(UsageSketch::deserialize(std::span(bytes).first(cut)), InvalidInput);
      Bytes longer = bytes;
      longer.push_back(0);
      CHECK_THROWS_WITH(
          UsageSketch::deserialize(longer),
          fmt::format("UsageSketch: bytes = {} bytes has 1 bytes too many", longer.size()).c_str());
      fealty::detail::SplitMix64 random(9);
      int refused = 0;
      for (int i = 0; i < 3000; ++i) {
        Bytes forged = bytes;
        forged[random.next() % forged.size()] ^= static_cast<std::uint8_t>(1 + random.next() % 255);
        try {
          const UsageSketch read = UsageSketch::deserialize(forged);
          CHECK(read.serialize() == forged);
        } catch (const InvalidInput&) {
          ++refused;
        }
      }
      CHECK(refused > 1000);
    }
    CHECK_THROWS_WITH_AS(UsageSketch::deserialize(ByteWriter("UsageDays", 1).take()),
                         "UsageSketch: bytes = 21 bytes is not a serialized UsageSketch", InvalidInput);
  }
}
