// SPDX-License-Identifier: MIT
#include <fealty/health/scorecard.hpp>

#include "health/cards.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

namespace {

/// The enterprise card after one edit of its text.
std::string edited(const std::string& from, const std::string& to) {
  std::string text = cards::enterprise;
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}
/// The enterprise card whose third measure has another transform.
std::string transformed(const std::string& transform) {
  return edited(R"({"bands": [[3, 20], [4, 60], [5, 100]]})", transform);
}
void refuses_json(const std::string& json, const char* message) {
  CHECK_THROWS_WITH_AS(Scorecard::from_json(json), message, InvalidInput);
}
template <class Edit>
void refuses(Edit edit, const char* message) {
  ScorecardConfig config = cards::small();
  edit(config);
  CHECK_THROWS_WITH_AS(Scorecard{config}, message, InvalidInput);
}
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Scorecard with_transform(Transform transform, Polarity polarity) {
  ScorecardConfig config = cards::small();
  config.measures[0].transform = std::move(transform);
  config.measures[0].polarity = polarity;
  return Scorecard(config);
}
Transform rising() { return {.points = {{0, 0}, {1, 100}}}; }

}  // namespace

TEST_SUITE("health/scorecard") {
  TEST_CASE("a long list of objects is refused in no time") {
    std::string json = "{\"measures\": [{}";
    for (int i = 1; i < 1'000'000; ++i) json += ",{}";
    CHECK_THROWS_AS(Scorecard::from_json(json + "]}"), InvalidInput);
  }
  TEST_CASE("reads a card as it was drawn up") {
    const Scorecard card = Scorecard::from_json(cards::enterprise);
    CHECK(card.id() == "enterprise");
    CHECK(card.version() == "2026-11-01");
    const ScorecardConfig& config = card.config();
    CHECK(config.polarity == Polarity::higher_is_healthier);
    CHECK(config.scale_lower == 0);
    CHECK(config.scale_upper == 100);
    CHECK(config.bands == std::vector<Band>{{"red", 50}, {"yellow", 75}, {"green", 100}});
    CHECK(config.band_rule == BandRule::upper_inclusive);
    CHECK(config.min_coverage == 0.6);
    CHECK(config.decimals == 2);
    CHECK(config.groups == std::vector<MeasureGroup>{{"outcome", 50}, {"experience", 50}});
    REQUIRE(config.measures.size() == 3);
    CHECK(config.measures[0].transform.points ==
          std::vector<TransformPoint>{{0.1, 0}, {0.5, 50}, {0.8, 100}});
    CHECK(config.measures[0].validity_days == 30);
    CHECK_FALSE(config.measures[1].validity_days.has_value());
    CHECK(config.measures[2].transform.kind == TransformKind::bands);
    CHECK(config.measures[2].missing == MissingPolicy::neutral);
    CHECK(config.measures[2].neutral == 50);
    CHECK(config.exceptions == std::vector<ScoreException>{{.when = "sponsor_left",
                                                            .effect = ExceptionEffect::cap,
                                                            .points = 49,
                                                            .expires_days = 45,
                                                            .reason_required = true}});
  }

  TEST_CASE("what is written is read back, and equal cards are equal texts") {
    for (const char* json : {cards::enterprise, cards::every_field}) {
      const Scorecard card = Scorecard::from_json(json);
      const Scorecard again = Scorecard::from_json(card.to_json());
      CHECK(again.config() == card.config());
      CHECK(again.to_json() == card.to_json());
      CHECK(again.fingerprint() == card.fingerprint());
      CHECK(Scorecard(card.config()).to_json() == card.to_json());
    }
    ScorecardConfig minus_zero = cards::small();
    minus_zero.scale_lower = -0.0;
    minus_zero.measures[0].transform.points[0].value = -0.0;
    CHECK(Scorecard(minus_zero).fingerprint() == Scorecard(cards::small()).fingerprint());
  }

  TEST_CASE("a text is as it was in every version, and so is its fingerprint") {
    const Scorecard card(cards::small());
    CHECK(card.to_json() ==
          R"({"format":1,"id":"small","version":"","polarity":"higher_is_healthier","scale":[0.0,100.0],)"
          R"("bands":[{"name":"red","upper":50.0,"lower":null},{"name":"green","upper":100.0,"lower":null}],)"
          R"("band_rule":"upper_inclusive","min_coverage":0.5,"combination":"weighted_mean","decimals":2,)"
          R"("inputs":[],"groups":[{"id":"use","weight":1.0,"parent":""}],)"
          R"("measures":[{"id":"seats","group":"use","weight":1.0,"polarity":null,)"
          R"("transform":{"piecewise":[[0.0,0.0],[1.0,100.0]]},"missing":"renormalize","neutral":null,)"
          R"("decay":"none","validity_days":null,"relationship":false}],"exceptions":[]})");
    CHECK(card.fingerprint() == "35be0fb05fb7b49e");
  }

  TEST_CASE("any change of a card changes its fingerprint") {
    const std::string before = Scorecard(cards::small()).fingerprint();
    const auto changes = [&](auto edit) {
      ScorecardConfig config = cards::small();
      edit(config);
      CHECK(Scorecard(config).fingerprint() != before);
    };
    changes([](auto& c) { c.version = "2"; });
    changes([](auto& c) { c.bands[0].upper = 51; });
    changes([](auto& c) { c.measures[0].weight = 2; });
    changes([](auto& c) { c.measures[0].transform.points[1].value = 0.9; });
    changes([](auto& c) { c.measures[0].relationship = true; });
    changes([](auto& c) { c.exceptions.push_back({.when = "left"}); });
  }

  TEST_CASE("refuses a head that makes no sense") {
    refuses([](auto& c) { c.id = ""; }, "Scorecard: id is empty");
    refuses([](auto& c) { c.id = "a\nb"; }, "Scorecard: id holds a control character");
    refuses([](auto& c) { c.id = "a\xff"; }, "Scorecard: id = a\\xff is not UTF-8");
    refuses([](auto& c) { c.version = "\xc3"; }, "Scorecard: version = \\xc3 is not UTF-8");
    refuses([](auto& c) { c.scale_upper = 0; }, "Scorecard: scale = [0, 0] does not ascend");
    refuses([](auto& c) { c.scale_upper = 3000; },
            "Scorecard: scale = [0, 3000] is not within -2,000 to 2,000");
    refuses([](auto& c) { c.scale_lower = not_a_number; },
            "Scorecard: scale = [nan, 100] is not within -2,000 to 2,000");
    refuses([](auto& c) { c.min_coverage = 1.1; }, "Scorecard: min_coverage = 1.1 is not from 0 to 1");
    refuses([](auto& c) { c.min_coverage = not_a_number; },
            "Scorecard: min_coverage = nan is not from 0 to 1");
    refuses([](auto& c) { c.decimals = 7; }, "Scorecard: decimals = 7 is not from 0 to 6");
  }

  TEST_CASE("refuses bands that overlap, leave a gap or do not ascend") {
    refuses([](auto& c) { c.bands.clear(); }, "Scorecard: bands are empty; a scorecard needs at least one");
    refuses([](auto& c) { c.bands[0].upper = 100; }, "Scorecard: bands[green].upper = 100 is not above 100");
    refuses([](auto& c) { c.bands[0].upper = not_a_number; },
            "Scorecard: bands[red].upper = nan is not a number from -1e15 to 1e15");
    refuses([](auto& c) { c.bands[0].upper = -1; }, "Scorecard: bands[red].upper = -1 is not above 0");
    refuses([](auto& c) { c.bands[1].upper = 90; },
            "Scorecard: bands[green].upper = 90 leaves a gap up to 100");
    refuses([](auto& c) { c.bands[1].upper = 101; },
            "Scorecard: bands[green].upper = 101 is above the scale's 100");
    refuses([](auto& c) { c.bands[1].lower = 49; },
            "Scorecard: bands[green].lower = 49 overlaps what ends at 50");
    refuses([](auto& c) { c.bands[1].lower = 51; },
            "Scorecard: bands[green].lower = 51 leaves a gap from 50");
    refuses([](auto& c) { c.bands[0].lower = 1; }, "Scorecard: bands[red].lower = 1 leaves a gap from 0");
    refuses([](auto& c) { c.bands[1].name = "red"; }, "Scorecard: bands[red] stands there twice");
    refuses([](auto& c) { c.bands[1].name = "unknown"; },
            "Scorecard: bands[unknown] is the name of what has no score");
    refuses([](auto& c) { c.bands[1].name = ""; }, "Scorecard: bands[1].name is empty");
  }

  TEST_CASE("refuses weights that cannot be shared out") {
    refuses([](auto& c) { c.measures[0].weight = -1; },
            "Scorecard: measures[seats].weight = -1 is not above 0");
    refuses([](auto& c) { c.measures[0].weight = 0; },
            "Scorecard: measures[seats].weight = 0 is not above 0");
    refuses([](auto& c) { c.measures[0].weight = not_a_number; },
            "Scorecard: measures[seats].weight = nan is not above 0");
    refuses([](auto& c) { c.measures[0].weight = 1e9; },
            "Scorecard: measures[seats].weight = 1000000000 is not from 0.000001 to 1,000,000");
    refuses([](auto& c) { c.groups[0].weight = 0; }, "Scorecard: groups[use].weight = 0 is not above 0");
  }

  TEST_CASE("refuses groups that are empty, unknown or their own ancestors") {
    refuses([](auto& c) { c.groups.push_back({.id = "care"}); }, "Scorecard: groups[care] is empty");
    refuses([](auto& c) { c.groups.push_back({.id = "use"}); }, "Scorecard: groups[use] stands there twice");
    refuses([](auto& c) { c.groups.push_back({.id = ""}); }, "Scorecard: groups[1].id is empty");
    refuses([](auto& c) { c.groups[0].parent = "care"; }, "Scorecard: groups[use].parent = care is no group");
    refuses([](auto& c) { c.groups[0].parent = "use"; },
            "Scorecard: groups[use].parent = use is below the group itself");
    refuses(
        [](auto& c) {
          c.groups.push_back({.id = "a", .parent = "b"});
          c.groups.push_back({.id = "b", .parent = "a"});
        },
        "Scorecard: groups[a].parent = b is below the group itself");
    refuses([](auto& c) { c.measures[0].group = "care"; },
            "Scorecard: measures[seats].group = care is no group");
    refuses([](auto& c) { c.groups.assign(1001, {}); }, "Scorecard: 1001 groups are more than 1,000");
    ScorecardConfig nested = cards::small();
    nested.groups.push_back({.id = "all"});
    nested.groups[0].parent = "all";
    CHECK(Scorecard(nested).config() == nested);
  }

  TEST_CASE("refuses measures that are nobody's, or refer to nobody") {
    refuses([](auto& c) { c.measures.clear(); },
            "Scorecard: measures are empty; a scorecard needs at least one");
    refuses([](auto& c) { c.measures[0].id = ""; }, "Scorecard: measures[0].id is empty");
    refuses([](auto& c) { c.measures.push_back(c.measures[0]); },
            "Scorecard: measures[seats] stands there twice");
    refuses([](auto& c) { c.inputs = {"seats"}; }, "Scorecard: inputs[seats] stands there twice");
    refuses([](auto& c) { c.measures.resize(1001); }, "Scorecard: 1001 measures are more than 1,000");
    const auto ratio_of = [](const char* other) {
      return [other](ScorecardConfig& c) {
        c.measures[0].polarity = Polarity::higher_is_healthier;
        c.measures[0].transform = {.kind = TransformKind::ratio, .target_points = 50, .of = other};
      };
    };
    refuses(ratio_of("licenses"),
            "Scorecard: measures[seats].transform.ratio.of = licenses is neither a measure nor one of the "
            "inputs");
    refuses(ratio_of("seats"), "Scorecard: measures[seats].transform.ratio.of = seats is the measure itself");
    refuses(
        [](auto& c) {
          c.measures[0].transform = {
              .kind = TransformKind::growth, .points = {{0, 0}, {1, 9}}, .baseline = "before"};
        },
        "Scorecard: measures[seats].transform.growth.baseline = before is neither a measure nor one of the "
        "inputs");
    ScorecardConfig config = cards::small();
    ratio_of("licenses")(config);
    config.inputs = {"licenses"};
    CHECK(Scorecard(config).config() == config);
  }

  TEST_CASE("a stated polarity has to agree with the transform") {
    const Polarity up = Polarity::higher_is_healthier, down = Polarity::lower_is_healthier;
    const Transform falling{.points = {{0, 100}, {9, 0}}}, hill{.points = {{0, 0}, {5, 100}, {9, 0}}};
    CHECK_NOTHROW(with_transform(rising(), up));
    CHECK_NOTHROW(with_transform(falling, down));
    CHECK_NOTHROW(with_transform({.points = {{0, 7}, {1, 7}}}, down));
    CHECK_THROWS_WITH_AS(
        with_transform(rising(), down),
        "Scorecard: measures[seats].polarity = lower_is_healthier contradicts a transform that "
        "gives higher values more points",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        with_transform(falling, up),
        "Scorecard: measures[seats].polarity = higher_is_healthier contradicts a transform that "
        "gives higher values fewer points",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        with_transform(hill, up),
        "Scorecard: measures[seats].polarity = higher_is_healthier contradicts a transform that "
        "goes up and down",
        InvalidInput);
    const Transform ratio{.kind = TransformKind::ratio, .target = 564, .target_points = 50};
    CHECK_NOTHROW(with_transform(ratio, up));
    CHECK_THROWS_AS(with_transform(ratio, down), InvalidInput);
    const Transform percentile{.kind = TransformKind::percentile, .reference = {1, 2}};
    CHECK_NOTHROW(with_transform(percentile, up));
    CHECK_NOTHROW(with_transform(percentile, down));
    const Transform evidence{
        .kind = TransformKind::weight_of_evidence, .points = {{5, -1}, {9, 1}}, .factor = -20, .offset = 50};
    CHECK_NOTHROW(with_transform(evidence, down));
    CHECK_THROWS_AS(with_transform(evidence, up), InvalidInput);
    refuses([&](auto& c) { c.measures[0].transform = ratio; },
            "Scorecard: measures[seats].polarity is missing; ratio needs one");
    refuses([&](auto& c) { c.measures[0].transform = percentile; },
            "Scorecard: measures[seats].polarity is missing; percentile needs one");
  }

  TEST_CASE("in a score of risk more points are less healthy") {
    ScorecardConfig risk = cards::small();
    risk.polarity = Polarity::lower_is_healthier;
    risk.measures[0].polarity = Polarity::lower_is_healthier;
    CHECK_NOTHROW(Scorecard{risk});
    risk.measures[0].polarity = Polarity::higher_is_healthier;
    CHECK_THROWS_AS(Scorecard{risk}, InvalidInput);
  }

  TEST_CASE("refuses transforms that say too little, too much or nonsense") {
    struct Case {
      Transform transform;
      const char* message;
    };
    using K = TransformKind;
    const double nan = not_a_number;
    const std::vector<Case> cases{
        {{}, "piecewise = 0 points are fewer than 2"},
        {{.points = {{0, 1}}}, "piecewise = 1 points are fewer than 2"},
        {{.points = {{0, 1}, {0, 2}}}, "piecewise[1].value = 0 is not above 0"},
        {{.points = {{0, 1}, {1e-300, 2}}}, "piecewise[1].value = 1e-300 is less than 1e-12 above 0"},
        {{.points = {{0, 1}, {nan, 2}}}, "piecewise[1].value = nan is not a number from -1e15 to 1e15"},
        {{.points = {{0, 1}, {1, 101}}}, "piecewise[1].points = 101 is not from 0 to 100"},
        {{.points = {{0, 1}, {1, nan}}}, "piecewise[1].points = nan is not from 0 to 100"},
        {{.points = {{0, 1}, {1, 2, 0.0}}}, "piecewise[1].lower is only of steps"},
        {{.points = {{0, 1}, {1, 2}}, .offset = 1}, "sets a field that piecewise does not have"},
        {{.kind = K::bands}, "bands = 0 points are fewer than 1"},
        {{.kind = K::bands, .points = {{3, 1}, {3, 2}}}, "bands[1].upper = 3 is not above 3"},
        {{.kind = K::bands, .points = {{3, 1}, {5, 2, 2.0}}}, "bands[1].lower = 2 overlaps what ends at 3"},
        {{.kind = K::bands, .points = {{3, 1}, {5, 2, 4.0}}}, "bands[1].lower = 4 leaves a gap from 3"},
        {{.kind = K::bands, .points = {{3, 1, 3.0}}}, "bands[0].upper = 3 is not above 3"},
        {{.kind = K::ratio}, "ratio needs a target or of"},
        {{.kind = K::ratio, .target = 1, .of = "x"}, "ratio has both a target and of"},
        {{.kind = K::ratio, .target = 0}, "ratio.target = 0 is not above 0"},
        {{.kind = K::ratio, .target = nan}, "ratio.target = nan is not a number from -1e15 to 1e15"},
        {{.kind = K::ratio, .target = 1, .target_points = 0},
         "ratio.points = 0 makes every value worth nothing"},
        {{.kind = K::ratio, .target = 1, .target_points = 101}, "ratio.points = 101 is not from 0 to 100"},
        {{.kind = K::growth, .points = {{0, 0}, {1, 1}}}, "growth needs baseline_days or a baseline"},
        {{.kind = K::growth, .points = {{0, 0}, {1, 1}}, .baseline_days = 9, .baseline = "x"},
         "growth has both baseline_days and a baseline"},
        {{.kind = K::growth, .points = {{0, 0}, {1, 1}}, .baseline_days = 0},
         "growth.baseline_days = 0 is less than 1"},
        {{.kind = K::growth, .baseline_days = 9}, "growth.points = 0 points are fewer than 2"},
        {{.kind = K::percentile}, "percentile.reference is empty"},
        {{.kind = K::percentile, .reference = {1, nan}},
         "percentile.reference[1] = nan is not a number from -1e15 to 1e15"},
        {{.kind = K::z_score, .points = {{0, 0}, {1, 1}}, .std_dev = 0},
         "z_score.std_dev = 0 is not above 0"},
        {{.kind = K::z_score, .points = {{0, 0}, {1, 1}}, .mean = nan},
         "z_score.mean = nan is not a number from -1e15 to 1e15"},
        {{.kind = K::weight_of_evidence, .points = {{1, 3}}, .factor = 20, .offset = 50},
         "weight_of_evidence.bins[0]: offset + factor * woe = 110 is not from 0 to 100"},
        {{.kind = K::weight_of_evidence, .points = {{1, 1}}, .missing_evidence = -1},
         "weight_of_evidence.missing: offset + factor * woe = -1 is not from 0 to 100"},
    };
    for (const Case& each : cases) {
      const std::string dot = std::string(each.message).rfind("sets", 0) == 0 ? " " : ".";
      refuses([&](auto& c) { c.measures[0].transform = each.transform; },
              ("Scorecard: measures[seats].transform" + dot + each.message).c_str());
    }
  }

  TEST_CASE("refuses what is missing or grows old in two ways at once") {
    refuses([](auto& c) { c.measures[0].missing = MissingPolicy::carry; },
            "Scorecard: measures[seats].carry_days is missing; carry needs it");
    refuses([](auto& c) { c.measures[0].carry_days = 9; },
            "Scorecard: measures[seats].carry_days is only of carry");
    refuses(
        [](auto& c) {
          c.measures[0].missing = MissingPolicy::carry;
          c.measures[0].carry_days = 9;
          c.measures[0].validity_days = 10;
        },
        "Scorecard: measures[seats].carry_days = 9 is less than validity_days, 10");
    refuses([](auto& c) { c.measures[0].validity_days = -1; },
            "Scorecard: measures[seats].validity_days = -1 is less than 0");
    refuses([](auto& c) { c.measures[0].neutral = 101; },
            "Scorecard: measures[seats].neutral = 101 is not from 0 to 100");
    refuses([](auto& c) { c.measures[0].decay = Decay::linear; },
            "Scorecard: measures[seats].validity_days is missing; linear decay needs it");
    refuses([](auto& c) { c.measures[0].decay = Decay::half_life; },
            "Scorecard: measures[seats].half_life_days is missing; half_life needs it");
    refuses([](auto& c) { c.measures[0].half_life_days = 3; },
            "Scorecard: measures[seats].half_life_days is only of half_life");
    refuses(
        [](auto& c) {
          c.measures[0].decay = Decay::half_life;
          c.measures[0].half_life_days = not_a_number;
        },
        "Scorecard: measures[seats].half_life_days = nan is not above 0 and at most 1,000,000");
    refuses(
        [](auto& c) {
          c.measures[0].missing = MissingPolicy::worst;
          c.measures[0].transform = {
              .kind = TransformKind::weight_of_evidence, .points = {{1, 1}}, .missing_evidence = 1};
        },
        "Scorecard: measures[seats].missing = worst contradicts the transform's missing");
  }

  TEST_CASE("a sum says what each measure counts that was not observed") {
    const auto sum = [](auto edit) {
      return [edit](ScorecardConfig& c) {
        c.combination = Combination::sum;
        c.measures[0].missing = MissingPolicy::fail;
        edit(c);
      };
    };
    refuses(sum([](auto& c) { c.measures[0].missing = MissingPolicy::renormalize; }),
            "Scorecard: measures[seats].missing = renormalize has no meaning in a sum; neutral, fail or the "
            "transform's missing have one");
    refuses(sum([](auto& c) { c.measures[0].missing = MissingPolicy::worst; }),
            "Scorecard: measures[seats].missing = worst has no meaning in a sum; neutral, fail or the "
            "transform's "
            "missing have one");
    refuses(sum([](auto& c) { c.measures[0].missing = MissingPolicy::neutral; }),
            "Scorecard: measures[seats].neutral is missing; a sum has no neutral points of its own");
    refuses(sum([](auto& c) { c.measures[0].weight = 30; }),
            "Scorecard: measures add up to points from 0 to 3000, beyond -2,000 to 2,000");
    ScorecardConfig config = cards::small();
    sum([](auto& c) {
      c.measures[0].transform = {.kind = TransformKind::weight_of_evidence,
                                 .points = {{1, -0.7}, {2, 1.2}},
                                 .factor = 28.85,
                                 .offset = 57,
                                 .missing_evidence = 0};
      c.measures[0].missing = MissingPolicy::renormalize;
    })(config);
    CHECK(Scorecard(config).config() == config);
  }

  TEST_CASE("refuses exceptions without a flag or beyond the scale") {
    const auto with = [](ScoreException exception) {
      return [exception](ScorecardConfig& c) { c.exceptions = {exception}; };
    };
    refuses(with({}), "Scorecard: exceptions[0].when is empty");
    refuses(with({.when = "left", .effect = ExceptionEffect::floor, .points = 101}),
            "Scorecard: exceptions[left].floor = 101 is not from 0 to 100");
    refuses(with({.when = "left", .expires_days = 0}),
            "Scorecard: exceptions[left].expires_days = 0 is less than 1");
  }

  TEST_CASE("refuses texts that are no card") {
    refuses_json("", "Scorecard: json is no JSON at character 1");
    refuses_json("[]", "Scorecard: json = [] is not an object");
    refuses_json("{}", "Scorecard: id is missing");
    refuses_json(R"({"id": NaN})", "Scorecard: json is no JSON at character 8");
    refuses_json(edited("0.6", "NaN"), "Scorecard: json is no JSON at character 259");
    refuses_json(edited("0.6", "Infinity"), "Scorecard: json is no JSON at character 259");
    refuses_json(edited("0.6", "1e999"), "Scorecard: json holds a number that is too large");
    refuses_json(std::string(R"({"id": "a)") + '\0' + "\"}", "Scorecard: json is no JSON at character 10");
    refuses_json("{\"id\": \"a\xff\"}", "Scorecard: json is no JSON at character 10");
    refuses_json(R"({"id": "a\u0000"})", "Scorecard: id holds a control character");
    refuses_json(R"({"id": "a\ud800"})", "Scorecard: json is no JSON at character 16");
    refuses_json(R"({"id": "a", "id": "b"})", "Scorecard: id stands there twice");
    refuses_json(edited(R"("weight": 10)", R"("weight": 10, "weight": 90)"),
                 "Scorecard: weight stands there twice");
    refuses_json(std::string(100'000'000, '['),
                 "Scorecard: json = 100000000 characters are more than 4,194,304");
    refuses_json(R"({"id": )" + std::string(10'000, '['),
                 "Scorecard: json is nested too deeply for a scorecard");
    refuses_json(R"({"id": "a", "format": 2, "news": 1})",
                 "Scorecard: format = 2 is newer than 1, the newest that this version reads");
    refuses_json(R"({"id": "a", "format": 0})", "Scorecard: format = 0 is less than 1");
    refuses_json(R"({"id": "a", "format": "1"})", "Scorecard: format = \"1\" is not a whole number");
  }

  TEST_CASE("refuses keys that are unknown and values of another type") {
    refuses_json(
        edited("min_coverage", "coverage"),
        "Scorecard: coverage is no key; the keys are format, id, version, polarity, scale, bands, band_rule, "
        "min_coverage, combination, decimals, inputs, groups, measures, exceptions");
    refuses_json(
        edited(R"("weight": 10)", R"("wieght": 10)"),
        "Scorecard: measures[csat].wieght is no key; the keys are id, group, weight, polarity, transform, "
        "missing, neutral, decay, validity_days, relationship");
    refuses_json(edited(R"("weight": 10)", R"("weight": "10")"),
                 "Scorecard: measures[csat].weight = \"10\" is not a number");
    refuses_json(edited(R"("weight": 10)", R"("weight": true)"),
                 "Scorecard: measures[csat].weight = true is not a number");
    refuses_json(edited(R"("validity_days": 180)", R"("validity_days": 1.5)"),
                 "Scorecard: measures[csat].validity_days = 1.5 is not a whole number");
    refuses_json(edited(R"("validity_days": 180)", R"("validity_days": 9999999999)"),
                 "Scorecard: measures[csat].validity_days = 9999999999 is out of range");
    refuses_json(edited("upper_inclusive", "inclusive"),
                 "Scorecard: band_rule = \"inclusive\" is not one of upper_inclusive, upper_exclusive");
    refuses_json(edited("[0, 100]", "[0]"), "Scorecard: scale = [0] is not [lower, upper]");
    refuses_json(edited("[0, 100]", "[0, null]"), "Scorecard: scale[1] = null is not a number");
    refuses_json(
        edited(R"("groups": [)", R"("groups": 1, "x": [)"),
        "Scorecard: x is no key; the keys are "
        "format, id, version, polarity, scale, bands, band_rule, min_coverage, combination, decimals, "
        "inputs, groups, measures, exceptions");
    refuses_json(edited(R"({"name": "red", "upper": 50})", "7"), "Scorecard: bands[0] = 7 is not an object");
    refuses_json(edited(R"({"name": "red", "upper": 50})", R"({"name": "red"})"),
                 "Scorecard: bands[0].upper is missing");
    refuses_json(edited(R"("id": "csat", )", ""), "Scorecard: measures[2].id is missing");
    refuses_json(edited(R"("cap": 49, )", ""),
                 "Scorecard: exceptions[sponsor_left] needs one of cap, floor, set");
    refuses_json(edited(R"("cap": 49)", R"("cap": 49, "set": 3)"),
                 "Scorecard: exceptions[sponsor_left] needs one of cap, floor, set");
    refuses_json(
        edited(R"({"neutral": 50})", R"("ignore")"),
        "Scorecard: measures[csat].missing = \"ignore\" is not one of renormalize, neutral, worst, carry, "
        "fail");
    refuses_json(
        edited(R"({"neutral": 50})", R"({"neutral": 50, "carry": 3})"),
        "Scorecard: measures[csat].missing = {\"carry\":3,\"neutral\":50} needs one of neutral, carry");
    refuses_json(edited(R"({"neutral": 50})", R"({"neutral": 50}, "neutral": 60)"),
                 "Scorecard: measures[csat].missing.neutral = 50 contradicts neutral, 60");
    refuses_json(edited(R"("validity_days": 180)", R"("decay": {"half": 3})"),
                 "Scorecard: measures[csat].decay.half is no key; the keys are half_life");
  }

  TEST_CASE("refuses transforms that are not written as any") {
    const std::string at = "Scorecard: measures[csat].transform";
    const auto refuses_transform = [&](const char* transform, const std::string& message) {
      refuses_json(transformed(transform), (at + message).c_str());
    };
    const std::string names = "bands, piecewise, ratio, growth, percentile, z_score, weight_of_evidence";
    refuses_transform("3", " = 3 is not an object");
    refuses_transform("{}", " = {} needs one of " + names);
    refuses_transform(R"({"steps": []})", ".steps is no key; the keys are " + names);
    refuses_transform(R"({"bands": [[1, 2]], "piecewise": []})",
                      R"( = {"bands":[[1,2]],"piecewise":[]} needs one of )" + names);
    refuses_transform(R"({"bands": 3})", ".bands = 3 is not a list");
    refuses_transform(R"({"bands": [[1]]})", ".bands[0] = [1] is not [upper, points]");
    refuses_transform(R"({"bands": [["1", 2]]})", ".bands[0].upper = \"1\" is not a number");
    refuses_transform(R"({"bands": [{"upper": 2}]})", ".bands[0].points is missing");
    refuses_transform(
        R"({"bands": [{"lower": 0, "upper": 3, "points": 1}, {"lower": 2, "upper": 5, "points": 9}]})",
        ".bands[1].lower = 2 overlaps what ends at 3");
    refuses_transform(R"({"piecewise": [{"upper": 2, "points": 3}]})",
                      R"(.piecewise[0] = {"points":3,"upper":2} is not [value, points])");
    refuses_transform(R"({"ratio": {"target": 3}})", ".ratio.points is missing");
    refuses_transform(R"({"growth": {"baseline_days": 3}})", ".growth.points is missing");
    refuses_transform(R"({"percentile": {}})", ".percentile.reference is missing");
    refuses_transform(R"({"z_score": {"points": []}})", ".z_score.mean is missing");
    refuses_transform(R"({"weight_of_evidence": {"woe": []}})",
                      ".weight_of_evidence.woe is no key; the keys are bins, factor, offset, missing");
  }

  TEST_CASE("whatever is done to a text, it is a card or it is refused") {
    const std::string pieces[] = {"\"", "{",     "}",    "[",       "]",    ",",   ":",
                                  "-",  "1e308", "null", "\\u0000", "\xff", "NaN", "0"};
    std::mt19937_64 random(20261128);
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    const std::string whole = Scorecard::from_json(cards::every_field).to_json();
    std::size_t cards_read = 0, refused = 0;
    for (int i = 0; i < 4000; ++i) {
      std::string text = i % 2 == 0 ? whole : std::string(cards::enterprise);
      for (std::size_t edits = 1 + pick(3); edits > 0; --edits) {
        const std::size_t at = pick(text.size()), count = pick(12);
        switch (pick(5)) {
          case 0:
            text.erase(at, count);
            break;
          case 1:
            text.insert(at, pieces[pick(std::size(pieces))]);
            break;
          case 2:
            text.replace(at, 1, std::to_string(pick(10)));
            break;
          case 3:
            text[at] = static_cast<char>(random());
            break;
          default:
            text.insert(pick(text.size()), text.substr(at, count));
        }
      }
      try {
        const Scorecard card = Scorecard::from_json(text);
        CHECK(Scorecard::from_json(card.to_json()).to_json() == card.to_json());
        ++cards_read;
      } catch (const InvalidInput& error) {
        CHECK(std::string(error.what()).rfind("Scorecard: ", 0) == 0);
        ++refused;
      }
    }
    CHECK(cards_read + refused == 4000);
    CHECK(cards_read > 100);
  }
}
