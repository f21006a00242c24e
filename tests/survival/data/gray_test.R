# SPDX-License-Identifier: MIT
# Prints the figures that the tests of Gray's test hold: Rscript gray_test.R
library(cmprsk)
lung <- read.csv("lung.csv")
lung$cause <- ifelse(lung$status == 0, 0, 1 + (seq_len(nrow(lung)) %% 3 == 0))
show <- function(name, test) cat(name, ":", format(test[, "stat"], digits = 15), "p", format(test[, "pv"], digits = 12), "\n")
of <- function(d, ...) cuminc(d$time, d$cause, d$sex, ...)$Tests
show("lung by sex", of(lung))
show("rho 1", of(lung, rho = 1))
show("rho -0.5", of(lung, rho = -0.5))
known <- lung[!is.na(lung$ph.ecog), ]
show("strata", cuminc(known$time, known$cause, known$sex, strata = known$ph.ecog)$Tests)
show("strata, rho 2", cuminc(known$time, known$cause, known$sex, strata = known$ph.ecog, rho = 2)$Tests)
show("by ph.ecog", cuminc(known$time, known$cause, known$ph.ecog)$Tests)
rows <- lung[rep(seq_len(nrow(lung)), 1 + (seq_len(nrow(lung)) - 1) %% 3), ]
show("cases", of(rows))

# Time to value, with churn as the competing cause.
show("steps", cuminc(c(1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 10), c(1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 2),
                     strsplit("aababababbab", "")[[1]])$Tests)

# Lives from a generator that any language has: x <- (16807 x) mod 2^31 - 1.
state <- 0
draw <- function(below) {
  state <<- (16807 * state) %% 2147483647
  floor(below * state / 2147483647)
}
for (seed in 1:12) {
  state <- 1000 * seed
  for (i in 1:3) draw(2)
  n <- 20 + draw(300); groups <- 2 + draw(4); ages <- 3 + draw(60); causes <- 2 + draw(2); sites <- 1 + draw(3)
  d <- data.frame(time = numeric(n), cause = 0, group = 0, site = 0)
  for (i in seq_len(n)) d[i, ] <- c(1 + draw(ages), draw(causes + 1), draw(groups), draw(sites))
  d$time <- d$time + ifelse(d$cause == 1, d$group, 0)
  for (rho in c(0, 1)) show(paste("random", seed, "rho", rho), cuminc(d$time, d$cause, d$group, rho = rho)$Tests)
  show(paste("random", seed, "strata"), cuminc(d$time, d$cause, d$group, strata = d$site)$Tests)
}
