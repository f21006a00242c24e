// SPDX-License-Identifier: MIT
#include <fealty/revenue/policy_json.hpp>

#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/core/error.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::date;

namespace {

/// The error of a text; "none" where it is read.
std::string refusal(std::string_view json) {
  try {
    static_cast<void>(policy_from_json(json));
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "none";
}
std::string ledger_refusal(const std::string& fields) { return refusal("{\"ledger\": {" + fields + "}}"); }
std::string rates_refusal(const std::string& fields) { return refusal("{\"rates\": {" + fields + "}}"); }

/// A policy of which every field has any value that it may have.
RevenuePolicy random_policy(naive::Random& random) {
  RevenuePolicy policy;
  const auto number = [&](std::int64_t least) {
    return static_cast<std::int32_t>(random.chance(20) ? std::numeric_limits<std::int32_t>::max()
                                                       : random.between(least, 400));
  };
  const auto draw = [&](const std::string& name, auto& value) {
    using T = std::decay_t<decltype(value)>;
    if constexpr (std::is_enum_v<T>)
      value = static_cast<T>(random.between(0, static_cast<std::int64_t>(enum_names(T{}).size()) - 1));
    else if constexpr (std::is_same_v<T, bool>) value = random.chance(50);
    else if constexpr (std::is_same_v<T, double>)
      value = static_cast<double>(random.between(1, (std::int64_t{1} << 53) - 1)) * 0x1p-53;
    else if constexpr (std::is_same_v<T, std::string>)
      value = random.chance(50) ? "Asia/Tokyo" : "\"\\ \n\xc3\xa9\xe2\x82\xac";  // not a zone, but a text
    else if constexpr (std::is_same_v<T, std::optional<Date>>) {
      if (random.chance(50)) value = Date{static_cast<std::int32_t>(random.between(-25'567, 2'932'896))};
    } else if constexpr (std::is_same_v<T, std::optional<std::int32_t>>) {
      if (random.chance(50)) value = number(0);
      else value = {};
    } else if constexpr (std::is_same_v<T, std::int64_t>)
      value = random.chance(20) ? std::numeric_limits<std::int64_t>::max() : random.between(0, 1000);
    else
      value = name == "fiscal_year_start" ? static_cast<std::int32_t>(random.between(1, 12))
                                          : number(name == "window" ? 1 : 0);
  };
  LedgerPolicy::each_field(policy.ledger, draw);
  RatesPolicy::each_field(policy.rates, draw);
  if (policy.ledger.exchange != ExchangeRule::fixed) policy.ledger.exchange_date = {};
  if (policy.ledger.netting == Netting::event) policy.ledger.snapshot = Snapshot::last_day;
  return policy;
}

/// The FNV-1a hash of 64 bits, byte by byte, from its definition: xor, then multiply by 2^40 + 2^8 + 0xb3.
std::string fnv_1a(const std::string& text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char c : text) {
    hash ^= static_cast<std::uint8_t>(c);
    hash = (hash << 40U) + (hash << 8U) + hash * 0xb3U;
  }
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[hash >> shift & 15U];
  return digits;
}

const std::vector<Preset> every_preset{Preset::none,        Preset::chartmogul, Preset::stripe,
                                       Preset::baremetrics, Preset::profitwell, Preset::chargebee,
                                       Preset::smsb};

}  // namespace

TEST_SUITE("revenue/policy_json") {
  TEST_CASE("the default policy as a text: every field, in order") {
    CHECK(policy_json({}) ==
          R"({"preset":"none","ledger":{"grain":"account","netting":"period","period":"month",)"
          R"("fiscal_year_start":1,"time_zone":"UTC","snapshot":"last_day","churn_date":"paid_period_end",)"
          R"("gap_days":0,"reactivation_days":null,"join_and_leave":"shown","week_factor":"per_year",)"
          R"("day_factor":"per_year","rounding":"half_even","discount":"all","metered":"excluded",)"
          R"("paused":"zero_at_paid_period_end","past_due_days":30,"unpaid":"past_due","refund":"ignored",)"
          R"("free":"active","merged":"recomputed","exchange":"period_end","exchange_date":null},)"
          R"("rates":{"window":12,"nrr_form":"cohort","grr_form":"cohort","nrr_reactivation":false,)"
          R"("net_churn_reactivation":false,"quick_ratio_reactivation":true,"logo_base":"opening",)"
          R"("currency":"constant","confidence":0.95,"small_base":30}})");
  }

  TEST_CASE("values that are given, and days") {
    const std::string json = policy_json({.ledger = {.time_zone = "America/St_Johns",
                                                     .reactivation_days = 90,
                                                     .past_due_days = {},
                                                     .exchange = ExchangeRule::fixed,
                                                     .exchange_date = date("2024-02-29")},
                                          .rates = {.nrr_reactivation = true, .confidence = 0.1}});
    for (const std::string part :
         {R"("time_zone":"America/St_Johns",)", R"("reactivation_days":90,)", R"("past_due_days":null,)",
          R"("exchange":"fixed","exchange_date":"2024-02-29"})", R"("nrr_reactivation":true,)",
          R"("confidence":0.1,)"}) {
      CAPTURE(part);
      CHECK(json.find(part) != std::string::npos);
    }
  }

  TEST_CASE("fingerprints, each a decision: who changes a default changes them") {
    // 64-bit FNV-1a in Python, of the texts that json.dumps makes of the handbook's table.
    CHECK(policy_fingerprint({}) == "b1810804560d5f49");
    CHECK(policy_fingerprint(preset_policy(Preset::chartmogul)) == "1210c8961e5e7957");
    CHECK(policy_fingerprint(preset_policy(Preset::stripe)) == "fd61e7dcf287781c");
    CHECK(policy_fingerprint(preset_policy(Preset::baremetrics)) == "5c1f18bd58b7478a");
    CHECK(policy_fingerprint(preset_policy(Preset::profitwell)) == "914326bcb716a091");
    CHECK(policy_fingerprint(preset_policy(Preset::chargebee)) == "3d7f7fc8f178322f");
    CHECK(policy_fingerprint(preset_policy(Preset::smsb)) == "15c11477c23f6dac");
  }

  TEST_CASE("a fingerprint is the FNV-1a hash of the text, with its leading zeros") {
    // The authors' test vectors: "", "a" and "foobar".
    CHECK(fnv_1a("") == "cbf29ce484222325");
    CHECK(fnv_1a("a") == "af63dc4c8601ec8c");
    CHECK(fnv_1a("foobar") == "85944171f73967e8");
    naive::Random random(4);
    bool leading_zero = false;
    for (int i = 0; i < 300; ++i) {
      const RevenuePolicy policy = random_policy(random);
      const std::string fingerprint = policy_fingerprint(policy);
      CHECK(fingerprint == fnv_1a(policy_json(policy)));
      leading_zero = leading_zero || fingerprint[0] == '0';
    }
    CHECK(leading_zero);
  }

  TEST_CASE("presets come back, whole and by their names alone") {
    for (const Preset preset : every_preset) {
      const RevenuePolicy policy = preset_policy(preset);
      CHECK(policy_from_json(policy_json(policy)) == policy);
      const auto name = enum_names(preset)[static_cast<std::size_t>(preset)];
      CHECK(policy_from_json(fmt::format("{{\"preset\": \"{}\"}}", name)) == policy);
    }
    CHECK(policy_from_json("{}") == RevenuePolicy{});
    CHECK(policy_from_json(R"({"ledger": {}, "rates": {}})") == RevenuePolicy{});
  }

  TEST_CASE("any policy comes back; equal policies are equal texts, others are not") {
    naive::Random random(1);
    std::map<std::string, RevenuePolicy> seen;
    for (int i = 0; i < 1000; ++i) {
      const RevenuePolicy policy = random_policy(random);
      const std::string json = policy_json(policy);
      CHECK(policy_from_json(json) == policy);
      CHECK(policy_json(policy_from_json(json)) == json);
      CHECK(policy_json(RevenuePolicy(policy)) == json);
      const auto [found, added] = seen.emplace(json, policy);
      CHECK(found->second == policy);
    }
    CHECK(seen.size() == 1000);
  }

  TEST_CASE("each field alone changes the text and the fingerprint, and comes back") {
    const RevenuePolicy defaults;
    const auto changed = [&](auto change) {
      RevenuePolicy policy;
      change(policy);
      CHECK(policy != defaults);
      CHECK(policy_json(policy) != policy_json(defaults));
      CHECK(policy_fingerprint(policy) != policy_fingerprint(defaults));
      CHECK(policy_from_json(policy_json(policy)) == policy);
    };
    const auto of_part = [&](auto part) {
      using Part = std::decay_t<decltype(defaults.*part)>;
      std::size_t fields = 0;
      Part::each_field(defaults.*part, [&](const std::string&, const auto&) { ++fields; });
      for (std::size_t field = 0; field < fields; ++field)
        changed([&](RevenuePolicy& policy) {
          std::size_t place = 0;
          Part::each_field(policy.*part, [&](const std::string& name, auto& value) {
            using T = std::decay_t<decltype(value)>;
            if (place++ != field) return;
            if constexpr (std::is_enum_v<T>) value = static_cast<T>(1);
            else if constexpr (std::is_same_v<T, bool>) value = !value;
            else if constexpr (std::is_same_v<T, std::string>) value = "Asia/Tokyo";
            else if constexpr (std::is_same_v<T, double>) value = 0.9;
            else if constexpr (std::is_same_v<T, std::optional<Date>>) {
              value = date("2024-02-29");
              if constexpr (std::is_same_v<Part, LedgerPolicy>) policy.ledger.exchange = ExchangeRule::fixed;
            } else value = 7;
            CAPTURE(name);
          });
        });
    };
    of_part(&RevenuePolicy::ledger);
    of_part(&RevenuePolicy::rates);
  }

  TEST_CASE("what a text does not say is as in its preset") {
    const RevenuePolicy policy = policy_from_json(
        R"({"rates": {"window": 3}, "preset": "stripe", "ledger": {"gap_days": 14, "period": "quarter"}})");
    RevenuePolicy wanted = preset_policy(Preset::stripe);
    wanted.ledger.gap_days = 14;
    wanted.ledger.period = Period::quarter;
    wanted.rates.window = 3;
    CHECK(policy == wanted);
    // A cell may be said again.
    CHECK(policy_from_json(R"({"preset": "stripe", "ledger": {"netting": "event"}})") ==
          preset_policy(Preset::stripe));
  }

  TEST_CASE("a number that may be missing is null") {
    const RevenuePolicy policy = policy_from_json(
        R"({"ledger": {"reactivation_days": null, "past_due_days": null, "exchange_date": null}})");
    CHECK(policy.ledger == LedgerPolicy{.past_due_days = {}});
    CHECK(ledger_refusal(R"("gap_days": null)") ==
          "policy_from_json: ledger.gap_days = null is not a whole number");
    CHECK(rates_refusal(R"("confidence": null)") ==
          "policy_from_json: rates.confidence = null is not a number");
  }

  TEST_CASE("refuses keys that it does not know, and names those that it does") {
    CHECK(refusal(R"({"policy": {}})") ==
          "policy_from_json: policy is no key; the keys are preset, ledger, rates");
    CHECK(refusal(R"({"grain": "account"})") ==
          "policy_from_json: grain is no key; the keys are preset, ledger, rates");
    CHECK(rates_refusal(R"("windows": 12)") ==
          "policy_from_json: rates.windows is no key; the keys are window, nrr_form, grr_form, "
          "nrr_reactivation, net_churn_reactivation, quick_ratio_reactivation, logo_base, currency, "
          "confidence, small_base");
    CHECK(
        ledger_refusal(R"("window": 12)") ==
        "policy_from_json: ledger.window is no key; the keys are grain, netting, period, fiscal_year_start, "
        "time_zone, snapshot, churn_date, gap_days, reactivation_days, join_and_leave, week_factor, "
        "day_factor, rounding, discount, metered, paused, past_due_days, unpaid, refund, free, merged, "
        "exchange, exchange_date");
  }

  TEST_CASE("refuses a key that stands there twice, on any level") {
    CHECK(refusal(R"({"preset": "smsb", "preset": "smsb"})") ==
          "policy_from_json: preset stands there twice");
    CHECK(refusal(R"({"ledger": {}, "rates": {}, "ledger": {}})") ==
          "policy_from_json: ledger stands there twice");
    CHECK(ledger_refusal(R"("gap_days": 1, "gap_days": 1)") ==
          "policy_from_json: gap_days stands there twice");
    CHECK(refusal(R"({"ledger": {"gap_days": 1}, "rates": {"window": 1}})") == "none");
    CHECK(ledger_refusal(R"("period": {"a": 1, "\u0061": 2})") == "policy_from_json: a stands there twice");
  }

  TEST_CASE("refuses values of another type") {
    CHECK(ledger_refusal(R"("gap_days": 1.0)") ==
          "policy_from_json: ledger.gap_days = 1.0 is not a whole number");
    CHECK(ledger_refusal(R"("gap_days": "1")") ==
          "policy_from_json: ledger.gap_days = \"1\" is not a whole number");
    CHECK(ledger_refusal(R"("past_due_days": true)") ==
          "policy_from_json: ledger.past_due_days = true is not a whole number");
    CHECK(ledger_refusal(R"("time_zone": 5)") == "policy_from_json: ledger.time_zone = 5 is not a text");
    CHECK(ledger_refusal(R"("time_zone": null)") ==
          "policy_from_json: ledger.time_zone = null is not a text");
    CHECK(ledger_refusal(R"("exchange_date": 20240229)") ==
          "policy_from_json: ledger.exchange_date = 20240229 is not a text");
    CHECK(ledger_refusal(R"("exchange": "fixed", "exchange_date": "2023-02-29")") ==
          "policy_from_json: ledger.exchange_date = \"2023-02-29\" is not a day written YYYY-MM-DD");
    CHECK(ledger_refusal(R"("exchange": "fixed", "exchange_date": "29.2.2024")") ==
          "policy_from_json: ledger.exchange_date = \"29.2.2024\" is not a day written YYYY-MM-DD");
    CHECK(rates_refusal(R"("nrr_reactivation": 1)") ==
          "policy_from_json: rates.nrr_reactivation = 1 is not true or false");
    CHECK(rates_refusal(R"("quick_ratio_reactivation": "true")") ==
          "policy_from_json: rates.quick_ratio_reactivation = \"true\" is not true or false");
    CHECK(rates_refusal(R"("confidence": "0.95")") ==
          "policy_from_json: rates.confidence = \"0.95\" is not a number");
    CHECK(rates_refusal(R"("small_base": [30])") ==
          "policy_from_json: rates.small_base = [30] is not a whole number");
    CHECK(refusal(R"({"ledger": "default"})") == "policy_from_json: ledger = \"default\" is not an object");
    CHECK(refusal(R"({"rates": null})") == "policy_from_json: rates = null is not an object");
    CHECK(refusal(R"({"rates": []})") == "policy_from_json: rates = [] is not an object");
  }

  TEST_CASE("refuses enumerators that there are not, and lists those that there are") {
    CHECK(refusal(R"({"preset": "Stripe"})") ==
          "policy_from_json: preset = \"Stripe\" is not one of none, chartmogul, stripe, baremetrics, "
          "profitwell, chargebee, smsb");
    CHECK(refusal(R"({"preset": null})") ==
          "policy_from_json: preset = null is not one of none, chartmogul, stripe, baremetrics, profitwell, "
          "chargebee, smsb");
    CHECK(ledger_refusal(R"("grain": 0)") ==
          "policy_from_json: ledger.grain = 0 is not one of account, subscription, item, parent");
    CHECK(ledger_refusal(R"("period": "decade")") ==
          "policy_from_json: ledger.period = \"decade\" is not one of day, week, month, quarter, year");
    CHECK(ledger_refusal(R"("free": "")") ==
          "policy_from_json: ledger.free = \"\" is not one of active, churned");
    CHECK(rates_refusal(R"("nrr_form": "running_minimum")") ==
          "policy_from_json: rates.nrr_form = \"running_minimum\" is not one of cohort, movement, chained, "
          "mean_annualized, weighted");
  }

  TEST_CASE("refuses numbers that do not fit, and what no ledger could be made with") {
    CHECK(ledger_refusal(R"("gap_days": 2147483647)") == "none");
    CHECK(ledger_refusal(R"("gap_days": 2147483648)") ==
          "policy_from_json: ledger.gap_days = 2147483648 is out of range");
    CHECK(ledger_refusal(R"("gap_days": -2147483649)") ==
          "policy_from_json: ledger.gap_days = -2147483649 is out of range");
    CHECK(ledger_refusal(R"("reactivation_days": 9223372036854775808)") ==
          "policy_from_json: ledger.reactivation_days = 9223372036854775808 is out of range");
    CHECK(rates_refusal(R"("small_base": 9223372036854775807)") == "none");
    CHECK(rates_refusal(R"("small_base": 9223372036854775808)") ==
          "policy_from_json: rates.small_base = 9223372036854775808 is out of range");
    CHECK(ledger_refusal(R"("gap_days": -1)") == "policy_from_json: gap_days = -1 is negative");
    CHECK(ledger_refusal(R"("reactivation_days": -1)") ==
          "policy_from_json: reactivation_days = -1 is negative");
    CHECK(ledger_refusal(R"("past_due_days": -1)") == "policy_from_json: past_due_days = -1 is negative");
    CHECK(ledger_refusal(R"("fiscal_year_start": 13)") ==
          "policy_from_json: fiscal_year_start = 13 is not a month from 1 to 12");
    CHECK(ledger_refusal(R"("netting": "event", "snapshot": "first_day")") ==
          "policy_from_json: snapshot = first_day stands beside netting event, which has no snapshots but "
          "last_day");
    CHECK(ledger_refusal(R"("exchange_date": "2024-02-29")") ==
          "policy_from_json: exchange_date = 2024-02-29 belongs to exchange = fixed alone");
    CHECK(rates_refusal(R"("window": 0)") == "policy_from_json: window = 0 is below 1");
    CHECK(rates_refusal(R"("small_base": -1)") == "policy_from_json: small_base = -1 is negative");
    CHECK(rates_refusal(R"("confidence": 1)") == "policy_from_json: confidence = 1 is not in (0, 1)");
    CHECK(rates_refusal(R"("confidence": -1e-300)") ==
          "policy_from_json: confidence = -1e-300 is not in (0, 1)");
  }

  TEST_CASE("refuses a field that contradicts the preset") {
    CHECK(refusal(R"({"preset": "stripe", "ledger": {"netting": "period"}})") ==
          "policy_from_json: ledger.netting = period contradicts preset stripe, which has event; with preset "
          "none it may be");
    CHECK(refusal(R"({"ledger": {"past_due_days": 30}, "preset": "chartmogul"})") ==
          "policy_from_json: ledger.past_due_days = 30 contradicts preset chartmogul, which has none; with "
          "preset none it may be");
    CHECK(refusal(R"({"preset": "smsb", "rates": {"window": 3}})") ==
          "policy_from_json: rates.window = 3 contradicts preset smsb, which has 12; with preset none it may "
          "be");
    CHECK(refusal(R"({"preset": "chartmogul", "ledger": {"churn_date": "cancel_request"}})") == "none");
  }

  TEST_CASE("refuses what is no JSON, and says where") {
    CHECK(refusal("") == "policy_from_json: json is no JSON at character 1");
    CHECK(refusal("   ") == "policy_from_json: json is no JSON at character 4");
    CHECK(refusal("{") == "policy_from_json: json is no JSON at character 2");
    CHECK(refusal("{}}") == "policy_from_json: json is no JSON at character 3");
    CHECK(refusal("{'preset': 1}") == "policy_from_json: json is no JSON at character 2");
    CHECK(refusal(R"({"preset": "smsb",})") == "policy_from_json: json is no JSON at character 19");
    CHECK(refusal("{} // comment") == "policy_from_json: json is no JSON at character 4");
    CHECK(refusal(R"({"rates": {"confidence": NaN}})") ==
          "policy_from_json: json is no JSON at character 26");
    CHECK(refusal(R"({"rates": {"confidence": -Infinity}})") ==
          "policy_from_json: json is no JSON at character 27");
    CHECK(refusal("{\"ledger\": {\"time_zone\": \"\xff\"}}") ==
          "policy_from_json: json is no JSON at character 27");
  }

  TEST_CASE("refuses JSON that is no object") {
    CHECK(refusal("[]") == "policy_from_json: json = [] is not an object");
    CHECK(refusal("null") == "policy_from_json: json = null is not an object");
    CHECK(refusal("12") == "policy_from_json: json = 12 is not an object");
    CHECK(refusal("\"stripe\"") == "policy_from_json: json = \"stripe\" is not an object");
  }

  TEST_CASE("refuses what is nested 10,000 deep, or a megabyte long, without reading it all") {
    const std::string deep = "policy_from_json: json is nested too deeply for a policy";
    CHECK(refusal(std::string(10'000, '[')) == deep);
    std::string objects;
    for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
    CHECK(refusal(objects) == deep);
    CHECK(refusal("{\"ledger\": {\"period\": " + std::string(10'000, '[') + std::string(10'000, ']') +
                  "}}") == deep);
    CHECK(refusal(std::string(1'000'000, ' ')) ==
          "policy_from_json: json = 1000000 characters are more than 65,536");
    CHECK(refusal(std::string(65'535, ' ') + "{}") ==
          "policy_from_json: json = 65537 characters are more than 65,536");
    CHECK(refusal(std::string(65'534, ' ') + "{}") == "none");
    // A long value is shown by its beginning.
    CHECK(ledger_refusal("\"gap_days\": \"" + std::string(1000, 'x') + "\"") ==
          "policy_from_json: ledger.gap_days = \"" + std::string(199, 'x') + "… is not a whole number");
  }

  TEST_CASE("a text does not end at a zero byte") {
    CHECK(refusal(std::string_view("{}\0", 3)) == "policy_from_json: json is no JSON at character 3");
    CHECK(refusal(std::string_view("{}\0[[[", 6)) == "policy_from_json: json is no JSON at character 3");
  }

  TEST_CASE("a number too large for a double is an error of ours") {
    CHECK_THROWS_AS(policy_from_json(R"({"rates": {"confidence": 1e999}})"), InvalidInput);
    CHECK_THROWS_AS(policy_from_json(R"({"ledger": {"gap_days": -1e999}})"), InvalidInput);
    CHECK_THROWS_AS(policy_from_json("1e999"), InvalidInput);
  }

  TEST_CASE("any policy has a text and a fingerprint, or an error of ours") {
    // No ledger takes such a zone, but a policy can have it.
    RevenuePolicy policy;
    policy.ledger.time_zone = "\xff";
    CHECK_THROWS_AS(policy_json(policy), InvalidInput);
    CHECK_THROWS_AS(policy_fingerprint(policy), InvalidInput);
  }

  TEST_CASE("a policy read from a text makes the ledger of the policy written") {
    const auto table =
        tables::subscriptions({{"a", "2024-01-10", "2024-02-05", 100}, {"a", "2024-02-07", "open", 150}});
    const RevenuePolicy policy{.ledger = {.netting = Netting::event, .gap_days = 2}};
    CHECK(tables::moves(mrr_ledger(table, {.policy = policy_from_json(policy_json(policy))})) ==
          "2024-01-01 a new_business 100\n2024-02-01 a expansion 50");
  }
}
