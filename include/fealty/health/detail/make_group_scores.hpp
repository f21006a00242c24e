// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/score_engine.hpp>
#include <fealty/health/detail/score_plan.hpp>
#include <fealty/health/detail/score_scratch.hpp>
#include <fealty/health/group_scores.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Reads what groups come to from where the engine leaves it.
class GroupScoreMaker {
 public:
  explicit GroupScoreMaker(const ScoreSource& source)
      : plan_(source.card.config()), data_(*source.measures), engine_(plan_, data_, true, best_simd_level()),
        points_(plan_.nodes().size() - 1), ungrouped_(data_.size()), exception_(data_.size()),
        clamp_(data_.size()), rounding_(data_.size()) {
    for (auto& each : points_) each.resize(data_.size());
    for (std::size_t node = 1; node < plan_.nodes().size(); ++node)
      if (plan_.nodes()[node].parent == 0) top_.push_back(node);
    micro_points_.resize(top_.size());
    for (auto& each : micro_points_) each.resize(data_.size());
    run();
  }
  GroupScores take() {
    GroupScores out;
    const std::vector<MeasureGroup>& groups = plan_.card().groups;
    for (const MeasureGroup& each : groups) out.group.push_back(each.id);
    for (const std::size_t node : top_) out.top_group.push_back(groups[node - 1].id);
    for (auto& each : points_) out.points.emplace_back(std::move(each));
    for (auto& each : micro_points_) out.micro_points.emplace_back(std::move(each));
    out.ungrouped_micro = std::move(ungrouped_);
    out.exception = std::move(exception_);
    out.clamp = std::move(clamp_);
    out.rounding = std::move(rounding_);
    return out;
  }

 private:
  void run() {
    const std::size_t n = data_.size(), threads = thread_count("group_scores", 0);
    std::vector<std::unique_ptr<ScoreScratch>> scratch(std::max<std::size_t>(1, threads));
    for_each_chunk((n + block_rows - 1) / block_rows, threads, [&](std::size_t chunk, std::size_t slot) {
      if (!scratch[slot]) scratch[slot] = std::make_unique<ScoreScratch>(plan_.nodes().size());
      const std::size_t begin = chunk * block_rows, rows = std::min(block_rows, n - begin);
      engine_.run(begin, rows, *scratch[slot], ScoreOutput{});
      for (std::size_t i = 0; i < rows; ++i) read(*scratch[slot], i, begin + i);
    });
  }
  double points(const ScoreScratch& s, std::size_t node, std::size_t i) const {
    return plan_.decays() ? s.nodes[node].decayed[i] : s.nodes[node].points[i];
  }
  void read(const ScoreScratch& s, std::size_t i, std::size_t row) {
    FEALTY_NO_CONTRACTION
    for (std::size_t node = 1; node < s.nodes.size(); ++node)
      points_[node - 1][row] = s.nodes[node].weights[i] > 0 ? points(s, node, i) : no_points;
    const double weights = s.nodes[0].weights[i], all = plan_.sum() || !(weights > 0) ? 1 : weights;
    double others = points(s, 0, i);
    std::int64_t left = s.micro_points[i];
    for (std::size_t k = 0; k < top_.size(); ++k) {
      const bool counts = s.nodes[top_[k]].weights[i] > 0;
      const double added = counts ? plan_.nodes()[top_[k]].weight * points(s, top_[k], i) / all : 0;
      others -= added;
      left -= micro_points_[k][row] = nearest_integer(added * micro);
    }
    // without such measures the rest is nothing but the last bits of a mean
    ungrouped_[row] = plan_.nodes()[0].own > 0 ? nearest_integer(others * micro) : 0;
    exception_[row] = s.exceptions[i];
    clamp_[row] = s.clamp[i];
    rounding_[row] = left - ungrouped_[row] - exception_[row] - clamp_[row];
  }

  ScorePlan plan_;
  const MeasureData& data_;
  ScoreEngine engine_;
  std::vector<std::size_t> top_;  // the groups that are in no other
  std::vector<std::vector<double>> points_;
  std::vector<std::vector<std::int64_t>> micro_points_;
  std::vector<std::int64_t> ungrouped_, exception_, clamp_, rounding_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline GroupScores group_scores(const Scores& scores) {
  if (!scores.source) return {};
  GroupScores out = detail::GroupScoreMaker(*scores.source).take();
  out.account = scores.account;
  out.score_micro = scores.score_micro;
  return out;
}

}  // namespace fealty::health
