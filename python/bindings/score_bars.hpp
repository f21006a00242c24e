// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/explain.hpp>
#include <fealty/health/explain_change.hpp>

#include <string>

namespace fealty::python {

/// A small picture, as SVG, of the lines that add up to a score; empty without any.
std::string score_bars(const health::Explanation& explanation);
/// The same of what makes the change of a score.
std::string score_bars(const health::ScoreChange& change);

/// A score and its band as a text: 66 yellow, or unknown.
std::string score_text(double score, const std::string& band);

}  // namespace fealty::python
