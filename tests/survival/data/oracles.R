# SPDX-License-Identifier: MIT
# Prints the figures of R's survival package that the tests of this folder hold: Rscript oracles.R
library(survival)
options(digits = 13)
lung <- read.csv("lung.csv")
heart <- read.csv("stanford_heart.csv")
at <- function(fit, time) summary(fit, times = time)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")

s <- at(survfit(Surv(time, status) ~ 1, lung), 365)
show("lung", s$n.risk, s$surv, s$std.err, s$cumhaz, s$std.chaz)
for (type in c("log", "log-log", "plain", "logit", "arcsin")) {
  s <- at(survfit(Surv(time, status) ~ 1, lung, conf.type = type, conf.int = .9), 180)
  show(paste("90%", type), s$lower, s$upper)
}
s <- at(survfit(Surv(time, status) ~ 1, lung, ctype = 2, stype = 2), 365)
show("fleming-harrington", s$cumhaz, s$std.chaz, s$surv)

w <- rep(1:3, length.out = nrow(lung))
s <- at(survfit(Surv(time, status) ~ 1, lung, weights = w), 365)
show("cases", s$n.risk, s$surv, s$std.err, s$cumhaz, s$std.chaz)
v <- 0.5 + (seq_len(nrow(lung)) %% 7) / 4
s <- at(survfit(Surv(time, status) ~ 1, lung, weights = v), 365)
show("sampling", s$n.risk, s$surv, s$std.err, s$cumhaz, s$std.chaz)
site <- ifelse(is.na(lung$inst), 999, lung$inst)
s <- at(survfit(Surv(time, status) ~ 1, lung, cluster = site), 365)
show("cluster", s$surv, s$std.err, s$cumhaz, s$std.chaz)

s <- at(survfit(Surv(start, stop, event) ~ transplant, heart), c(50, 200))
show("heart", s$n.risk, s$surv, s$std.err, s$cumhaz, s$std.chaz)
s <- at(survfit(Surv(start, stop, event) ~ 1, heart, cluster = id), c(50, 200))
show("heart, cluster", s$n.risk, s$surv, s$std.err, s$cumhaz, s$std.chaz)

q <- quantile(survfit(Surv(time, status) ~ sex, lung, conf.type = "log-log"), c(.25, .5, .75))
show("quantiles", q$quantile, q$lower, q$upper)
s <- at(survfit(Surv(time, status) ~ 1, lung, start.time = 180.5), 365)
show("given age", s$n.risk, s$surv, s$std.err)

show("log-rank", survdiff(Surv(time, status) ~ ph.ecog, lung)$chisq)
show("log-rank, rho 1", survdiff(Surv(time, status) ~ ph.ecog, lung, rho = 1)$chisq)
d <- survdiff(Surv(time, status) ~ sex + strata(ph.ecog), lung)
show("log-rank, strata", d$chisq, rowSums(d$obs), rowSums(d$exp), d$var[1, 1])
c <- coxph(Surv(start, stop, event) ~ transplant, heart, ties = "exact")
show("heart, score test of the exact partial likelihood", c$score)
s <- at(survfit(Surv(time, status) ~ sex, lung), 365)
show("one year by sex", s$n.risk, s$surv)
p <- c(.01, .02, .03, .04, .005, .5)
show("holm", p.adjust(p, "holm"))
show("benjamini-hochberg", p.adjust(p, "BH"))
pair <- function(a, b) survdiff(Surv(time, status) ~ ph.ecog, lung[lung$ph.ecog %in% c(a, b), ])$chisq
show("pairs", pair(0, 1), pair(0, 2), pair(0, 3), pair(1, 2), pair(1, 3), pair(2, 3))
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
fit <- function(name, m) show(name, coef(m), sqrt(diag(m$var)), m$loglik, m$score, m$wald.test)
fit("cox, strata", coxph(Surv(time, status) ~ age + ph.ecog + strata(sex), lung, control = tight))
fit("cox, cluster", coxph(Surv(start, stop, event) ~ age + year + surgery + transplant, heart, cluster = id, control = tight))
fit("cox, cases", coxph(Surv(time, status) ~ age + sex, lung, weights = w, control = tight))
fit("cox, sampling", coxph(Surv(time, status) ~ age + sex, lung, weights = v, robust = TRUE, control = tight))
fit("cox, breslow", coxph(Surv(time, status) ~ age + sex + ph.ecog, lung, ties = "breslow", control = tight))
o <- lung$age / 50
fit("cox, offset", coxph(Surv(time, status) ~ sex + offset(o), lung, control = tight))
fit("cox, levels", coxph(Surv(time, status) ~ factor(ph.ecog), lung, control = tight))
fit("cox, exact", coxph(Surv(time, status) ~ age + sex + ph.ecog, lung, ties = "exact", control = tight))
fit("cox, exact, stretches", coxph(Surv(start, stop, event) ~ age + surgery + strata(transplant), heart, ties = "exact", control = tight))
