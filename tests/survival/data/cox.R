# SPDX-License-Identifier: MIT
# Prints the figures of R's survival package that the tests of what follows from a proportional hazards model
# hold: Rscript cox.R
library(survival)
lung <- read.csv("lung.csv")
heart <- read.csv("stanford_heart.csv")
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")
v <- 0.5 + (seq_len(nrow(lung)) %% 7) / 4

lung3 <- coxph(Surv(time, status) ~ age + sex + ph.ecog, lung, control = tight)
breslow <- coxph(Surv(time, status) ~ age + sex, lung, ties = "breslow", control = tight)
strata <- coxph(Surv(time, status) ~ age + strata(sex), lung, control = tight)
sampled <- coxph(Surv(time, status) ~ age + sex, lung, weights = v, robust = TRUE, control = tight)
late <- coxph(Surv(start, stop, event) ~ age + surgery, heart, control = tight)
o <- lung$age / 50
offset <- coxph(Surv(time, status) ~ sex + offset(o), lung, control = tight)

# Baseline hazards.
at <- function(fit, new, times, ...) summary(survfit(fit, newdata = new, ...), times = times)
base <- function(name, fit, centered, rows) {
  b <- basehaz(fit, centered = centered)
  show(name, b$time[rows], b$hazard[rows])
}
base("baseline, centered", lung3, TRUE, c(1, 100, 186))
base("baseline, at 0", lung3, FALSE, c(1, 100, 186))
base("baseline, breslow", breslow, TRUE, c(1, 100, 186))
base("baseline, strata", strata, TRUE, c(1, 119, 120, 206))
m <- data.frame(age = mean(lung$age), sex = mean(lung$sex))
s <- at(breslow, m, c(90, 365))
show("baseline, breslow, std error", s$std.chaz)

# Survival of single lives: S, its standard error, log-log limits.
new <- data.frame(age = c(60, 75), sex = c(1, 2), ph.ecog = c(1, 2), o = c(1.2, 1.5), surgery = c(0, 1))
predict3 <- function(name, fit, times, ...) {
  s <- at(fit, new, times, conf.type = "log-log", ...)
  show(name, s$surv, s$std.err, s$lower, s$upper)
}
predict3("survival", lung3, c(180, 365))
predict3("survival, breslow", breslow, c(180, 365))
predict3("survival, robust", sampled, c(180, 365))
predict3("survival, late", late, c(50, 200))
predict3("survival, offset", offset, 365)
for (i in 1:2) {
  s <- at(strata, new[i, ], 365, conf.type = "log-log")
  show(paste("survival, strata", i), s$surv, s$std.err, s$lower, s$upper)
}
predict3("survival, given 180", lung3, 365, start.time = 180.5)  # an end at 180 is before
p <- predict(lung3, new, type = "lp", se.fit = TRUE)
show("linear predictor", p$fit, p$se.fit)

# Residuals: the first rows, and sums of squares that tell all of them.
kinds <- c("martingale", "deviance", "score", "schoenfeld", "scaledsch", "dfbeta", "dfbetas")
for (name in c("lung3", "sampled", "late", "strata")) {
  for (kind in kinds) {
    r <- as.matrix(residuals(get(name), kind))
    show(paste(name, kind), nrow(r), r[2, ], colSums(r^2))
  }
}

# Proportional hazards.
for (transform in c("km", "rank", "identity", "log")) show(transform, cox.zph(lung3, transform)$table[, 1])
show("zph, strata", cox.zph(strata)$table[, c(1, 3)])
show("zph, late", cox.zph(late)$table[, c(1, 3)])
show("zph, weights", cox.zph(sampled)$table[, 1])
levels <- coxph(Surv(time, status) ~ factor(ph.ecog) + age, lung[lung$ph.ecog < 3, ], control = tight)
show("zph, levels", cox.zph(levels)$table)
