# SPDX-License-Identifier: MIT
# Rscript survival.R FOLDER ROUNDS WORK...: what R's survival package answers and takes, as JSON. FOLDER holds
# raw columns, as survival.py wrote them.
suppressMessages(library(survival))
args <- commandArgs(TRUE)
folder <- args[1]
rounds <- as.integer(args[2])

column <- function(name) {
  file <- Sys.glob(file.path(folder, paste0(name, ".*")))
  kind <- sub(".*\\.", "", file)
  size <- c(i4 = 4, u1 = 1, f8 = 8)[[kind]]
  readBin(file, if (kind == "f8") "double" else "integer", file.size(file) / size, size = size)
}
matrix_of <- function(name, rows) {
  x <- matrix(column(name), rows)
  colnames(x) <- paste0("x", seq_len(ncol(x)))
  x
}
# Medians of as many rounds as asked for; of one, where it takes long.
timed <- function(f) {
  gc(FALSE)
  first <- system.time(f())[["elapsed"]]
  if (first > 5) return(first)
  median(replicate(rounds, { gc(FALSE); system.time(f())[["elapsed"]] }))
}
terms <- function(x) paste(colnames(x), collapse = "+")

works <- list(
  kaplan_meier = function() {
    days <- column("days"); ended <- column("ended")
    f <- function() survfit(Surv(days, ended) ~ 1)
    list(answer = f()$surv, survfit = timed(f))
  },
  log_rank = function() {
    days <- column("days"); ended <- column("ended"); group <- column("group")
    f <- function() survdiff(Surv(days, ended) ~ group)
    list(answer = f()$chisq, survdiff = timed(f))
  },
  cox = function() {
    days <- column("cox_days"); ended <- column("cox_ended"); x <- matrix_of("cox_x", length(days))
    frame <- data.frame(days, ended, x); y <- Surv(days, ended)
    model <- as.formula(paste("Surv(days, ended) ~", terms(x)))
    bare <- function() coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, FALSE)
    list(answer = bare()$coefficients, coxph.fit = timed(bare), coxph = timed(function() coxph(model, frame)))
  },
  stretches = function() {
    enter <- column("enter"); leave <- column("leave"); ended <- column("stretch_ended")
    x <- matrix_of("stretch_x", length(leave)); frame <- data.frame(enter, leave, ended, x)
    y <- Surv(enter, leave, ended)
    model <- as.formula(paste("Surv(enter, leave, ended) ~", terms(x)))
    bare <- function() agreg.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, FALSE)
    list(answer = bare()$coefficients, agreg.fit = timed(bare), coxph = timed(function() coxph(model, frame)))
  },
  aalen_johansen = function() {
    days <- column("cause_days"); cause <- factor(column("cause"), 0:2)
    f <- function(...) survfit(Surv(days, cause) ~ 1, ...)
    list(answer = f(se.fit = FALSE)$pstate[, -1], `survfit without errors` = timed(function() f(se.fit = FALSE)),
         survfit = timed(f))
  },
  concordance = function() {
    days <- column("scored_days"); ended <- column("scored_ended"); score <- column("score")
    f <- function() concordance(Surv(days, ended) ~ score, reverse = TRUE)
    list(answer = c(f()$concordance, sqrt(f()$var)), concordance = timed(f))
  }
)
answers <- lapply(args[-(1:2)], function(work) {
  values <- works[[work]]()
  inside <- sapply(names(values), function(name) {
    sprintf('"%s": [%s]', name, paste(format(values[[name]], digits = 15, trim = TRUE), collapse = ","))
  })
  sprintf('"%s": {%s}', work, paste(inside, collapse = ", "))
})
cat("{", paste(answers, collapse = ",\n"), "}\n")
