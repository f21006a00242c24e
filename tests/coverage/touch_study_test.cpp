// SPDX-License-Identifier: MIT
#include <fealty/coverage/touch_study.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

using TouchFlags = std::vector<std::uint8_t>;

TouchStudyColumns good_study() {
  return {.account = Texts{"a", "b", "c"},
          .treated = TouchFlags{1, 0, 1},
          .outcome = TouchFlags{0, 0, 1},
          .risk = Reals{0.1, std::nan(""), 0.3}};
}

}  // namespace

TEST_SUITE("coverage/touch_study") {
  TEST_CASE("keeps rows as they are") {
    const TouchStudy study(good_study());
    CHECK(study.size() == 3);
    CHECK(study.findings().empty());
    CHECK(study.data().treated == TouchFlags{1, 0, 1});
    CHECK(std::isnan(study.data().risk[1]));
    const TouchStudy none({.account = Texts{}, .treated = TouchFlags{}, .outcome = TouchFlags{}});
    CHECK(none.size() == 0);
  }

  TEST_CASE("refuses columns that are missing, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      TouchStudyColumns columns = good_study();
      edit(columns);
      CHECK_THROWS_WITH_AS(TouchStudy{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "TouchStudy: account is missing; the table needs this column");
    refuses([](auto& c) { c.treated = {}; }, "TouchStudy: treated is missing; the table needs this column");
    refuses([](auto& c) { c.outcome = TouchFlags{1}; },
            "TouchStudy: outcome = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.stratum = Texts{"x"}; },
            "TouchStudy: stratum = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.attributes.add("plan", IdColumn(Texts{"x"})); },
            "TouchStudy: attributes = 1 rows does not match the 3 rows of account");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(TouchStudyColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](TouchStudyColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "c"});
         },
         "null_account", "TouchStudy: account[1] is null; every row needs an account"},
        {[](TouchStudyColumns& c) {
           c.treated = Column<std::uint8_t>(TouchFlags{1, 2, 1}).named("touched");
         },
         "unusable_flag", "TouchStudy: touched[1] = 2 is not 0 or 1"},
        {[](TouchStudyColumns& c) {
           c.outcome = tables::with_nulls(TouchFlags{1, 0, 1}, {1});
         },
         "unusable_flag", "TouchStudy: outcome[1] is null; every row needs 0 or 1"},
        {[](TouchStudyColumns& c) {
           c.risk = Reals{1, std::numeric_limits<double>::infinity(), 1};
         },
         "unusable_risk", "TouchStudy: risk[1] = inf is not a finite number"},
    };
    for (const auto& each : cases) {
      TouchStudyColumns columns = good_study();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(TouchStudy{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const TouchStudy study(columns);
      CHECK(study.size() == 2);
      CHECK(study.data().account.text(1) == "c");
      const auto finding = tables::find(study.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
    }
  }
}
