// SPDX-License-Identifier: MIT
#include <fealty/core/column.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

TEST_SUITE("core/column") {
  TEST_CASE("keeps what its reader found, when there is something") {
    const auto none =
        Column<std::int32_t>(std::vector<std::int32_t>{1, 2}).found({.code = "odd", .value = {}});
    CHECK(none.cell_findings().empty());
    const CellFinding odd{
        .code = "odd", .rows = {1}, .rule = "is odd", .value = [](std::size_t) { return std::string("x"); }};
    const auto both = Column<std::int32_t>(std::vector<std::int32_t>{1, 2}).found(odd).found(odd).named("n");
    REQUIRE(both.cell_findings().size() == 2);
    CHECK(both.cell_findings()[1].rows == std::vector<std::int64_t>{1});
    CHECK(both.name() == "n");
    CHECK(Column<std::int32_t>(both).found(odd).cell_findings().size() == 3);
    CHECK(both.cell_findings().size() == 2);
    CHECK_FALSE(Column<std::int32_t>().kept().present());
    CellFinding beyond = odd, silent = odd;
    beyond.rows = {2};
    silent.value = {};
    CHECK_THROWS_WITH_AS(Column<std::int32_t>(both).found(beyond), "Column: rows = 2 is none of 2 rows",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(Column<std::int32_t>(both).found(silent), "Column: value is missing", InvalidInput);
  }

  TEST_CASE("columns are equal where the same rows have the same values") {
    const std::vector<std::int32_t> values{1, 2, 3}, others{1, 9, 3};
    const std::uint8_t without_second = 0b101;
    const auto owner = std::make_shared<int>(0);
    const Column<std::int32_t> nulls(values, &without_second, 0, owner);
    const Column<std::int32_t> other_nulls(others, &without_second, 0, owner);
    CHECK(Column<std::int32_t>(values) == values);
    CHECK_FALSE(Column<std::int32_t>(values) == others);
    CHECK_FALSE(Column<std::int32_t>(values) == std::vector<std::int32_t>{1, 2});
    CHECK(nulls == other_nulls);
    CHECK_FALSE(nulls == Column<std::int32_t>(values));
    std::int32_t sum = 0;
    for (const std::int32_t each : nulls) sum += each;
    CHECK(sum == 6);
    CHECK(Column<std::int32_t>().empty());
  }

  TEST_CASE("an absent column is not one of no rows") {
    const Column<double> absent;
    CHECK_FALSE(absent.present());
    CHECK(absent.size() == 0);
    CHECK(Column<double>(std::vector<double>{}).present());
    CHECK(Column<double>(std::span<const double>{}).present());
    const std::vector<double> none;
    CHECK(Column<double>(none).present());
    CHECK(Column<double>(none).size() == 0);
  }

  TEST_CASE("a named vector and a span are looked at, a temporary is kept") {
    std::vector<std::int64_t> values{1, 2, 3};
    const Column<std::int64_t> of_vector(values);
    const Column<std::int64_t> of_span(std::span<const std::int64_t>(values).subspan(1));
    CHECK(of_vector.values().data() == values.data());
    values[2] = 9;
    CHECK(of_vector[2] == 9);
    CHECK(of_span[1] == 9);

    const std::int64_t* const place = values.data();
    Column<std::int64_t> copy;
    {
      const Column<std::int64_t> kept(std::move(values));
      copy = kept;
    }
    CHECK(copy.values().data() == place);
    CHECK(std::vector<std::int64_t>(copy.values().begin(), copy.values().end()) ==
          std::vector<std::int64_t>{1, 2, 9});
  }

  TEST_CASE("all values are there unless a bitmap says otherwise") {
    const Column<std::int32_t> column(std::vector<std::int32_t>{1, 2});
    CHECK_FALSE(column.may_have_nulls());
    CHECK(column.valid(0));
    CHECK(column.valid(1));
  }

  TEST_CASE("validity starts at any bit") {
    const std::vector<std::uint8_t> bits{0b01101001, 0b10010110, 0b11110000};
    const std::vector<std::int32_t> values(7);
    for (std::size_t offset = 0; offset + values.size() <= 24; ++offset) {
      const Column<std::int32_t> column(values, bits.data(), offset, nullptr);
      CHECK(column.may_have_nulls());
      for (std::size_t row = 0; row < values.size(); ++row) {
        CAPTURE(offset);
        CAPTURE(row);
        const std::size_t bit = offset + row;
        CHECK(column.valid(row) == ((bits[bit / 8] & (1 << bit % 8)) != 0));
      }
    }
  }

  TEST_CASE("an owner lives as long as the last column that needs it") {
    auto owner = std::make_shared<const std::vector<double>>(std::vector<double>{1, 2});
    const std::weak_ptr<const std::vector<double>> watch = owner;
    auto column = std::make_unique<Column<double>>(*owner, nullptr, 0, owner);
    owner.reset();
    const auto copy = std::make_unique<Column<double>>(*column);
    auto named = std::make_unique<Column<double>>(copy->named("mrr"));
    column.reset();
    CHECK(watch.use_count() == 2);
    named.reset();
    CHECK((*copy)[1] == 2);
    CHECK_FALSE(watch.expired());
  }

  TEST_CASE("a name changes nothing else") {
    const std::vector<std::uint8_t> bits{0b10};
    const std::vector<double> values{1, 2};
    const Column<double> column(values, bits.data(), 0, nullptr);
    CHECK(column.name().empty());
    const auto named = column.named("mrr");
    CHECK(named.name() == "mrr");
    CHECK(named.values().data() == values.data());
    CHECK_FALSE(named.valid(0));
    CHECK(named.valid(1));
    CHECK(column.name().empty());
    CHECK(Column<double>(std::vector<double>{7}).named("mrr")[0] == 7);
  }
}
