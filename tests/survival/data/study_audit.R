# SPDX-License-Identifier: MIT
# Prints the chances that the tests of the study audit hold: Rscript study_audit.R
#
# Each is computed here from its definition, hazards by R's survival package.
library(survival)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")

# 300 lives that begin on days 0 to 899 and are known up to day 1000.
i <- 0:299
origin <- (i * 37) %% 900
end <- origin + 5 + (i * i * 13 + i * 71) %% 800
as_of <- 1000
lives <- function(origin, end) {
  ended <- end <= as_of
  data.frame(origin, ended, days = ifelse(ended, end, as_of + 1) - origin)
}
sound <- lives(origin, end)
late <- sound[!(sound$ended & sound$origin + sound$days <= 350), ]  # who left before day 350 is missing

# How many ends the Nelson-Aalen hazard of ages lets lives expect before a day.
expected <- function(data, day) {
  curve <- survfit(Surv(days, ended) ~ 1, data)
  hazard <- stepfun(curve$time, c(0, curve$cumhaz))
  before <- pmin(data$days, day - 1 - data$origin)  # the last age that was reached before it
  sum(hazard(before[before >= 0]))
}
days_with_ends <- function(data) sort(unique((data$origin + data$days)[data$ended]))

# How many ends were to be expected before the first, and the chance of none.
delayed_entry <- function(data) {
  first <- min(days_with_ends(data))
  n <- expected(data, first)
  c(first, n, sum(data$ended), (1 - n / sum(data$ended))^sum(data$ended))
}
show("delayed entry, late", delayed_entry(late))

# The chance that none of those who ended before the first gold life was gone had been gold, were the hazard of
# gold a quarter of others'.
gold <- sound$days > 200 & i %% 2 == 0
earliest <- min(sound$days[gold])
p <- 1
for (age in sort(unique(sound$days[sound$ended & sound$days < earliest])))
  for (k in seq_len(sum(sound$ended & sound$days == age)) - 1) {
    others <- sum(sound$days >= age & !gold) - k
    p <- p * others / (others + sum(gold) / 4)
  }
show("immortal time: earliest, others ended, p, of 2 values", earliest,
     sum(sound$ended & sound$days < earliest), p, 2 * p)

# Of lives that are open on the last day, every fourth is closed on it: are these more than were due since the day
# with ends before?
last_day <- function(data) {
  days <- rev(days_with_ends(data))
  ends <- sapply(days, function(day) sum(data$origin + data$days == day & data$ended))
  due <- 1 - expected(data, days[2] + 1) / expected(data, days[1] + 1)
  c(days[1], ends[1], max(ends[-1]), due, pbinom(ends[1] - 1, sum(ends), due, lower.tail = FALSE))
}
closed <- end
closed[end > as_of & i %% 4 == 0] <- as_of
show("last day, sound", last_day(sound))
show("last day, closed", last_day(lives(origin, closed)))
