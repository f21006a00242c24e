# SPDX-License-Identifier: MIT
# Prints the figures of R's survival package that the tests of concordance hold: Rscript concordance.R
library(survival)
lung <- read.csv("lung.csv")
heart <- read.csv("stanford_heart.csv")
show <- function(name, c) {
  cat(name, ":", format(c(c$concordance, sqrt(c$var), c$count[c(1, 2, 3, 4, 5)]), digits = 13), "\n")
}
# A score that is told by the data alone, with ties: age in tens, and sex.
score <- floor(lung$age / 10) - 2 * lung$sex
w <- rep(1:3, length.out = nrow(lung))
y <- Surv(lung$time, lung$status)
for (t in c("n", "n/G2", "S", "S/G", "I")) show(t, concordance(y ~ score, timewt = t, reverse = TRUE))
show("cases", concordance(y ~ score, weights = w, reverse = TRUE))
show("cases, n/G2", concordance(y ~ score, weights = w, timewt = "n/G2", reverse = TRUE))
show("later", concordance(y ~ score))
show("horizon", concordance(y ~ score, reverse = TRUE, ymax = 365))
show("strata", concordance(y ~ score + strata(lung$ph.ecog), reverse = TRUE, keepstrata = FALSE))
show("cluster", concordance(y ~ score, cluster = ifelse(is.na(lung$inst), 999, lung$inst), reverse = TRUE))
z <- Surv(heart$start, heart$stop, heart$event)
late <- round(heart$age) - 10 * heart$surgery
show("late", concordance(z ~ late, reverse = TRUE))
show("late, cluster", concordance(z ~ late, cluster = heart$id, reverse = TRUE))
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
rossi <- read.csv("rossi.csv")
show("rossi", concordance(coxph(Surv(week, arrest) ~ ., rossi, control = tight)))
