// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

/// The rows of a table beside these tests, made by data/oracles.py, without the header.
inline std::vector<std::vector<std::string>> rows_of(const std::string& file) {
  std::ifstream in("core/data/" + file);
  REQUIRE_MESSAGE(in.good(), "run this in the folder tests");
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  return rows;
}
