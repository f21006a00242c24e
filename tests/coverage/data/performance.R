# SPDX-License-Identifier: MIT
# Prints the figures that performance_test.cpp and funnel_limits_test.cpp hold: Rscript performance.R
options(digits = 14)
show <- function(name, x) cat(name, ":", format(x, digits = 14), "\n")
observed <- c(0, 3, 7, 12, 85, 400)
expected <- c(3.2, 9.25, 10.5, 4.75, 85.5, 455.125)
two_sided <- function(below, above) pmin(1, 2 * pmin(below, above))
root <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-14, maxiter = 10000)$root

# Counts: Garwood's interval as poisson.test has it, twice the smaller tail, limits from ppois and qpois.
garwood <- sapply(observed, function(o) poisson.test(o)$conf.int) / rep(expected, each = 2)
show("lower", garwood[1, ])
show("upper", garwood[2, ])
below <- ppois(observed, expected)
above <- ppois(observed - 1, expected, lower.tail = FALSE)
show("p", two_sided(below, above))
for (method in c("bonferroni", "BH")) show(method, p.adjust(two_sided(below, above), method))
half <- dpois(observed, expected) / 2
show("mid p", two_sided(below - half, above - half))
mid <- sapply(observed, function(o) {
  tail <- function(m, lower) ppois(if (lower) o else o - 1, m, lower.tail = lower) - dpois(o, m) / 2 - 0.025
  c(if (o == 0) 0 else root(function(m) tail(m, FALSE), 1e-9, o), root(function(m) tail(m, TRUE), o, 4 * o + 20))
}) / rep(expected, each = 2)
show("mid lower", mid[1, ])
show("mid upper", mid[2, ])
limits <- function(e, tail) {  # Spiegelhalter's, of which the upper one is moved up by one event
  r <- qpois(c(tail, 1 - tail), e)
  a <- (ppois(r, e) - c(tail, 1 - tail)) / dpois(r, e)
  pmax(0, c(r[1] - a[1], r[2] - a[2] + 1)) / e
}
for (tail in c(0.025, 0.001)) show(paste("limits", tail), sapply(expected, limits, tail))
show("limits at 20", c(limits(20, 0.025), limits(20, 0.001)))
z <- (observed - expected) / sqrt(expected)
w <- sort(z); w <- pmin(pmax(w, w[2]), w[5])  # a fifth at each end
show("z", z)
show("overdispersion", c(mean(z^2), mean(w^2)))
s <- sum(expected)
show("between", max(0, (sum(w^2) - 5) / (s - sum(expected^2) / s)))
show("to others", observed / expected / ((sum(observed) - observed) / (s - expected)))
show("overall", c(sum(observed) / s, two_sided(ppois(sum(observed), s), ppois(sum(observed) - 1, s, lower.tail = FALSE))))
show("overdispersed", pchisq(sum(w^2), 6, lower.tail = FALSE))

# Probabilities: all sums of events by convolution; hazards multiplied alike.
p <- c((1:40) / 100, rep(0.05, 25))
counts <- function(p) { d <- 1; for (q in p) d <- c(d * (1 - q), 0) + c(0, d * q); d }
scaled <- function(m) 1 - (1 - p)^m
o <- 5
tails <- function(p, half) {
  d <- counts(p); c(sum(d[1:(o + 1)]) - half * d[o + 1], sum(d[(o + 1):length(d)]) - half * d[o + 1])
}
for (half in c(0, 0.5)) {
  show(paste("bernoulli p", half), 2 * min(tails(p, half)))
  m <- c(root(function(m) tails(scaled(m), half)[2] - 0.025, 0.01, 1), root(function(m) tails(scaled(m), half)[1] - 0.025, 0.3, 5))
  show(paste("bernoulli interval", half), c(sum(scaled(m[1])), sum(scaled(m[2]))) / sum(p))
}
d <- counts(p); up <- cumsum(d); from <- rev(cumsum(rev(d)))
lo <- which(up > 0.025)[1] - 1; hi <- max(which(from > 0.025)) - 1
show("bernoulli limits", c(lo - (up[lo + 1] - 0.025) / d[lo + 1], hi + (from[hi + 1] - 0.025) / d[hi + 1]) / sum(p))
show("bernoulli z", (o - sum(p)) / sqrt(sum(p * (1 - p))))
show("mean probability", sum(p^2) / sum(p))
# Ten events of 1 in 4 expected, of 40: limits of one probability.
lo <- min(which(pbinom(0:40, 40, 0.25) > 0.025)) - 1; hi <- max(which(pbinom(-1:39, 40, 0.25, lower.tail = FALSE) > 0.025)) - 1
show("binomial limits", c(lo - (pbinom(lo, 40, 0.25) - 0.025) / dbinom(lo, 40, 0.25),
                          hi + (pbinom(hi - 1, 40, 0.25, lower.tail = FALSE) - 0.025) / dbinom(hi, 40, 0.25)) / 10)

# How often a csm of 85 expected losses is found who has 30% fewer, and who has as many, at 95%.
o <- 0:400
for (half in c(0, 0.5)) {
  tail <- two_sided(ppois(o, 85) - half * dpois(o, 85), ppois(o - 1, 85, lower.tail = FALSE) - half * dpois(o, 85))
  show(paste("found, alarms", half), c(sum(dpois(o[tail <= 0.05 & o < 85], 59.5)), sum(dpois(o[tail <= 0.05], 85))))
}
