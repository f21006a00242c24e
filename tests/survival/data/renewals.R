# SPDX-License-Identifier: MIT
# Prints the figures that the tests of beta_discrete_weibull() hold: Rscript renewals.R
# The cohorts are those of Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90, table 1.
left <- list(
  "High End" = c(1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394),
  "Regular" = c(1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173))
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")

S <- function(t, p) exp(lbeta(p[1], p[2] + t^p[3]) - lbeta(p[1], p[2]))
# Lives by duration, with a number of each; those that entered later had come so far.
likelihood <- function(duration, ended, entry, n) function(logs) {
  p <- exp(logs)
  last <- ifelse(ended == 1, S(pmax(duration - 1, 0), p) - S(duration, p), S(duration, p))
  value <- sum(n * (log(last) - log(S(entry, p))))
  if (is.finite(value)) value else -1e10
}
stencil <- c(-1, 9, -45, 0, 45, -9, 1) / 60
bend <- c(2, -27, 270, -490, 270, -27, 2) / 180
# The best of several beginnings by simplexes and BFGS, then Newton's method with differences of the sixth
# order, in units of standard errors.
maximize <- function(name, f) {
  down <- function(x) -f(x)
  tops <- lapply(list(c(0, 1, 0), c(-1, 0, .5), c(1, 2, -.7)), function(x) {
    for (i in 1:4) x <- optim(x, down, control = list(maxit = 20000, reltol = 1e-14))$par
    optim(x, down, method = "BFGS", control = list(maxit = 1000, reltol = 1e-15))
  })
  x <- tops[[which.min(sapply(tops, function(top) top$value))]]$par
  unit <- 0.03 / sqrt(diag(optimHess(x, down)))
  at <- function(i, a, j, b) {
    y <- x
    y[i] <- y[i] + a * unit[i]
    y[j] <- y[j] + b * unit[j]
    f(y)
  }
  for (step in 1:6) {
    score <- sapply(1:3, function(i) sum(stencil * sapply(-3:3, function(a) at(i, a, i, 0))))
    second <- matrix(0, 3, 3)
    for (i in 1:3) {
      second[i, i] <- sum(bend * sapply(-3:3, function(a) at(i, a, i, 0)))
      for (j in seq_len(i - 1)) {
        grid <- outer(-3:3, -3:3, Vectorize(function(a, b) if (a * b == 0) 0 else at(i, a, j, b)))
        second[i, j] <- second[j, i] <- sum(outer(stencil, stencil) * grid)
      }
    }
    x <- x - unit * solve(second, score)
  }
  show(name, exp(x))
  show("  std errors", exp(x) * unit * sqrt(diag(solve(-second))))
  show("  log-likelihood", f(x))
  invisible(exp(x))
}
for (segment in names(left))
  for (years in c(4, 7, 12)) {
    n <- left[[segment]][1:(years + 1)]
    f <- likelihood(c(1:years, years), rep(1:0, c(years, 1)), 0, c(-diff(n), n[years + 1]))
    p <- maximize(paste(segment, years), f)
    show("  S(12), S(12) / S(7), retention at 8", S(12, p), S(12, p) / S(7, p), S(8, p) / S(7, p))
    show("  DEL at .1", sum(S(0:5000, p) * 1.1^-(0:5000)))
  }
# Lives of several cohorts, of which some were watched later.
i <- 0:199
entry <- i %% 3
duration <- entry + 1 + ((37 * i) %% 100)^3 %/% 100000
ended <- as.integer((37 * i) %% 100 < 86 & i %% 7 > 0)
n <- 1 + (i %% 4)
maximize("late entries", likelihood(duration, ended, entry, n))

# Sums term by term. The first without a discount goes as t^-3 at last: its integral beyond is added.
later <- function(p, renewals, discount, terms) {
  t <- terms:1  # the small ones first
  sum(S(renewals + t, p) / S(renewals, p) * (1 + discount)^-t)
}
show("sum .05 .2 .3 at .01", later(c(.05, .2, .3), 0, .01, 6000))
show("sum .26 1.7 1.6 at .1", later(c(.26, 1.7, 1.6), 0, .1, 1000))
show("sum .26 1.7 1.6 at .1 given 4", later(c(.26, 1.7, 1.6), 4, .1, 1000))
show("sum .6 40 .5 at .0005", later(c(.6, 40, .5), 0, .0005, 90000))
show("sum 2 300 2.5 at .002 given 30", later(c(2, 300, 2.5), 30, .002, 30000))
show("sum 1.2 3 2.5", later(c(1.2, 3, 2.5), 0, 0, 1e6) + 1e6 * S(1e6, c(1.2, 3, 2.5)) / 2)
show("sum 30 100 .5", later(c(30, 100, .5), 0, 0, 1e6))
show("sum 4 9 2 given 3", later(c(4, 9, 2), 3, 0, 1e5))
