// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace fealty::survival::detail {

/// A number with its first and second derivatives by the four things that the likelihood of one life depends
/// on. What is computed of jets has exact derivatives.
struct Jet {
  static constexpr std::size_t variables = 4;
  static constexpr std::size_t pairs = variables * (variables + 1) / 2;

  double value = 0;
  std::array<double, variables> first{};
  std::array<double, pairs> second{};  // the lower triangle, row by row

  static Jet variable(std::size_t which, double value) {
    Jet jet{value};
    jet.first[which] = 1;
    return jet;
  }
  /// Calls f(pair, i, j) for each pair, i >= j.
  template <class F>
  static void for_each_pair(F f) {
    std::size_t pair = 0;
    for (std::size_t i = 0; i < variables; ++i)
      for (std::size_t j = 0; j <= i; ++j) f(pair++, i, j);
  }
  bool finite() const {
    double sum = value;
    for (const double each : first) sum += each;
    for (const double each : second) sum += each;
    return std::isfinite(sum);
  }

  Jet& operator+=(const Jet& other) {
    value += other.value;
    for (std::size_t i = 0; i < variables; ++i) first[i] += other.first[i];
    for (std::size_t k = 0; k < pairs; ++k) second[k] += other.second[k];
    return *this;
  }
  Jet& operator*=(double factor) {
    value *= factor;
    for (double& each : first) each *= factor;
    for (double& each : second) each *= factor;
    return *this;
  }
};

inline Jet operator+(Jet a, const Jet& b) { return a += b; }
inline Jet operator*(double factor, Jet a) { return a *= factor; }
inline Jet operator-(Jet a, const Jet& b) { return a += -1.0 * b; }

inline Jet operator*(const Jet& a, const Jet& b) {
  Jet c{a.value * b.value};
  for (std::size_t i = 0; i < Jet::variables; ++i) c.first[i] = a.first[i] * b.value + a.value * b.first[i];
  Jet::for_each_pair([&](std::size_t k, std::size_t i, std::size_t j) {
    c.second[k] =
        a.second[k] * b.value + a.value * b.second[k] + a.first[i] * b.first[j] + a.first[j] * b.first[i];
  });
  return c;
}

/// A function's value and derivatives at one point.
struct Slope {
  double value = 0, first = 0, second = 0;
};
inline Jet compose(const Slope& f, const Jet& x) {
  Jet c{f.value};
  for (std::size_t i = 0; i < Jet::variables; ++i) c.first[i] = f.first * x.first[i];
  Jet::for_each_pair([&](std::size_t k, std::size_t i, std::size_t j) {
    c.second[k] = f.first * x.second[k] + f.second * x.first[i] * x.first[j];
  });
  return c;
}

/// The same of a function of a standardized log age z and a shape q.
struct ShapedSlope {
  double value = 0, z = 0, zz = 0, q = 0, zq = 0, qq = 0;
};
inline Jet compose(const ShapedSlope& f, const Jet& z, const Jet& q) {
  Jet c{f.value};
  for (std::size_t i = 0; i < Jet::variables; ++i) c.first[i] = f.z * z.first[i] + f.q * q.first[i];
  Jet::for_each_pair([&](std::size_t k, std::size_t i, std::size_t j) {
    c.second[k] = f.z * z.second[k] + f.zz * z.first[i] * z.first[j] + f.q * q.second[k] +
                  f.qq * q.first[i] * q.first[j] + f.zq * (z.first[i] * q.first[j] + z.first[j] * q.first[i]);
  });
  return c;
}

inline Jet exp(const Jet& x) {
  const double e = std::exp(x.value);
  return compose(Slope{e, e, e}, x);
}

/// log(1 + e^x).
inline Slope softplus(double x) {
  const double e = std::exp(-std::abs(x)), p = (x > 0 ? 1 : e) / (1 + e);
  return {std::max(x, 0.0) + std::log1p(e), p, e / ((1 + e) * (1 + e))};
}
/// log(1 - e^-x), x > 0.
inline Slope log_complement(double x) {
  const double gap = std::expm1(x), first = 1 / gap;
  return {x > 0.7 ? std::log1p(-std::exp(-x)) : std::log(-std::expm1(-x)), first, -first * (1 + first)};
}

}  // namespace fealty::survival::detail
