# SPDX-License-Identifier: MIT
# Active users in data.table. Rscript usage.R FOLDER ROUNDS: reads account.i4, user.i4 and day.i4, prints the
# sums of dau, wau and mau and the seconds of each round.
suppressMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
setDTthreads(1)
column <- function(name) {
  path <- file.path(arguments[1], name)
  readBin(path, "integer", file.size(path) / 4)
}
events <- data.table(account = column("account.i4"), user = column("user.i4"), day = column("day.i4"))
last_week <- 51L
count <- function() {
  weeks <- events[, .(account, user, week = day %/% 7L, sunday = day %% 7L == 6L)]
  weeks <- weeks[, .(sunday = any(sunday)), by = .(account, user, week)]
  near <- weeks[, .(dau = sum(sunday), wau = .N), by = .(account, week)]
  far <- unique(rbindlist(lapply(0:3, function(back) weeks[, .(account, user, week = week + back)])))
  far <- far[week <= last_week, .(mau = .N), by = .(account, week)]
  near[far, on = .(account, week)]
}
found <- count()
seconds <- sapply(seq_len(as.integer(arguments[2])), function(i) system.time(count())[["elapsed"]])
cat(sum(found$dau, na.rm = TRUE), sum(found$wau, na.rm = TRUE), sum(found$mau), seconds, "\n")
