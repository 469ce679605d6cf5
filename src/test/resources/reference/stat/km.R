# R 4.2.2, survival 3.5-3.
# km_records.csv: the data (minutes, 1 = resolved, patient). km.csv: the curve, km_summary.csv: its figures.
# Curve: survfit(Surv(time, status) ~ 1, cluster = patient, robust = TRUE, conf.type = "log-log") where a patient has
# more than one record (clustered = 1), else survfit(Surv(time, status) ~ 1, conf.type = "log-log").
# log_* and plain_*: the same with conf.type = "log" and "plain". Empty limits: the curve is 0 or 1 there (R gives 1 and 1
# for "log" and "plain" where the curve is 1). Quantiles: quantile(f, c(.25, .5, .75)). Mean to 72 h: the area under the
# curve to 4320 minutes, its standard error sqrt(sum(rowsum(resid(f, times = 4320, type = "auc"), patient)^2));
# empty where the last time is earlier and the curve above 0.
# (resid fails in R with fewer than two event times: there the derivative below.) Checked inside: robust standard errors against derivatives by weights (complex step), quantiles and limits against
# their definition (first time at or below the level; an absent limit crosses no level). A clustered limit curve need
# not be monotone: quantile(f) then takes the row whose limit is nearest below the level, not the first. The columns
# q*_lower and q*_upper follow the definition; r*_lower and r*_upper are what quantile(f) says.
source("common.R")
set.seed(20250104)

hours <- function(h) as.integer(round(h * 60))
draw <- function(k) {
  n <- switch(sample(4, 1), sample(1:6, 1), sample(5:20, 1), sample(15:40, 1), sample(30:70, 1))
  one_each <- k %% 3 == 0
  patient <- if (one_each) seq_len(n) else sample(max(1, ceiling(n / sample(2:4, 1))), n, replace = TRUE)
  frailty <- exp(rnorm(n, 0, sample(c(0, .8), 1)))[patient]
  time <- switch(sample(4, 1), hours(sample(c(1, 2, 4, 6, 12, 24, 36, 48, 72, 96), n, replace = TRUE)),
    as.integer(ceiling(rexp(n, 1 / 1500) * frailty)), hours(sample(c(.5, 1.5, 8, 24, 48, 72, 120, 168), n, replace = TRUE)),
    as.integer(pmax(1, round(rexp(n) * 20 * frailty)) * 60))
  if (k %% 7 == 0) time[runif(n) < .3] <- 0L
  status <- rbinom(n, 1, sample(c(0, .4, .7, .9, 1), 1, prob = c(.5, 2, 3, 2, 1)))
  data.frame(time, status, patient)
}
printed <- list(
  data.frame(time = c(54, 75, 77, 84, 87, 92, 103, 105, 112, 118), status = rep(1:0, each = 5), patient = 1:10),
  data.frame(time = 60, status = 1, patient = 1), data.frame(time = 60, status = 0, patient = 1),
  data.frame(time = c(60, 120), status = 1, patient = 1), data.frame(time = c(60, 120, 120, 4320), status = c(1, 1, 0, 0), patient = c(1, 1, 2, 2)),
  data.frame(time = c(0, 0, 0), status = 1, patient = 1:3), data.frame(time = c(60, 60, 120, 120), status = 1, patient = c(1, 2, 1, 2)))
# One patient, or patients whose sessions resolve in turn: the clustered variance is 0 at some times, and exactly so.
in_turn <- function(i) data.frame(time = sort(sample(20:900, 12)), status = 1, patient = rep(seq_len(i %% 3 + 1), length.out = 12))
# Large and dense: many sessions at few times.
large <- function(n) data.frame(time = hours(sample(c(2, 6, 12, 24, 36, 48, 72, 96), n, replace = TRUE)), status = rbinom(n, 1, .8), patient = sample(ceiling(n / 4), n, replace = TRUE))
sets <- c(printed, lapply(seq_len(200 - length(printed)), draw), lapply(1:24, in_turn), lapply(3 * (100:239), draw), lapply(1:60 * 3 + 1001, draw),
  lapply(c(400, 1200), large))

curve_by_weights <- function(d, at) function(w) {
  s <- 1 + 0i
  sapply(at, function(t) { s <<- s * (1 - sum(w[d$who[d$time == t & d$status == 1]]) / sum(w[d$who[d$time >= t]])); s })
}
area <- function(time, surv, limit) { k <- time < limit; sum(diff(c(0, time[k], limit)) * c(1, surv[k])) }
records <- curves <- summaries <- list()
for (id in seq_along(sets)) {
  d <- sets[[id]]
  clustered <- anyDuplicated(d$patient) > 0
  f <- if (clustered) survfit(Surv(time, status) ~ 1, d, cluster = patient, robust = TRUE, conf.type = "log-log") else
    survfit(Surv(time, status) ~ 1, d, conf.type = "log-log")
  surv <- ifelse(abs(f$surv) < 1e-14, 0, f$surv)
  f$surv <- surv
  lower <- ifelse(surv == 0 | surv == 1, NA, f$lower)
  upper <- ifelse(surv == 0 | surv == 1, NA, f$upper)
  other <- lapply(c(log = "log", plain = "plain"), function(type) {
    g <- if (clustered) survfit(Surv(time, status) ~ 1, d, cluster = patient, robust = TRUE, conf.type = type) else survfit(Surv(time, status) ~ 1, d, conf.type = type)
    list(lower = ifelse(surv == 0 | surv == 1, NA, g$lower), upper = ifelse(surv == 0 | surv == 1, NA, g$upper))
  })
  d$who <- match(d$patient, unique(d$patient))
  weights <- rep(1, max(d$who))
  u <- matrix(influence(curve_by_weights(d, f$time), weights), nrow = length(f$time))
  if (clustered) {
    se <- sqrt(rowSums(u^2))
    inner <- surv > 0 & surv < 1
    stopifnot(close_to(se[inner], f$std.err[inner], 1e-9))
    z <- qnorm(.975)
    stopifnot(close_to(surv[inner]^exp(-z * se[inner] / (surv[inner] * log(surv[inner]))), upper[inner], 1e-9, 1e-12) ||
      close_to(surv[inner]^exp(z * se[inner] / (surv[inner] * log(surv[inner]))), upper[inner], 1e-9, 1e-12))
  }
  levels <- c(.75, .5, .25)
  q <- rbind(sapply(levels, function(p) crossing(f$time, surv, p)), sapply(levels, function(p) crossing(f$time, lower, p)),
    sapply(levels, function(p) crossing(f$time, upper, p)))
  r <- try(quantile(f, c(.25, .5, .75)), silent = TRUE)
  r <- if (inherits(r, "try-error")) matrix(NaN, 3, 3) else rbind(r$quantile, r$lower, r$upper)
  stopifnot(close_to(q[1, ], r[1, ]) || nrow(d) == 1)
  reach <- max(d$time) >= 4320 || min(surv) == 0
  mean72 <- if (reach) area(f$time, surv, 4320) else NA
  se72 <- NA
  if (reach) {
    se72 <- sqrt(sum(influence(function(w) area(f$time, curve_by_weights(d, f$time)(w), 4320), weights)^2))
    by_r <- try(sqrt(sum(rowsum(as.vector(resid(f, times = 4320, type = "auc")), d$patient)^2)), silent = TRUE)
    if (inherits(by_r, "try-error")) stopifnot(length(unique(d$time[d$status == 1])) < 2) else stopifnot(close_to(by_r, se72, 1e-8, 1e-9))
  }
  records[[id]] <- list(set = rep(id, nrow(d)), time = d$time, status = d$status, patient = d$patient)
  curves[[id]] <- list(set = rep(id, length(f$time)), time = f$time, at_risk = f$n.risk, events = f$n.event, censored = f$n.censor, survival = surv, lower = lower, upper = upper,
    log_lower = other$log$lower, log_upper = other$log$upper, plain_lower = other$plain$lower, plain_upper = other$plain$upper)
  summaries[[id]] <- list(set = id, records = nrow(d), clustered = as.integer(clustered), q25 = q[1, 1], q25_lower = q[2, 1], q25_upper = q[3, 1],
    q50 = q[1, 2], q50_lower = q[2, 2], q50_upper = q[3, 2], q75 = q[1, 3], q75_lower = q[2, 3], q75_upper = q[3, 3],
    mean_to_4320 = mean72, mean_error = se72, r25_lower = r[2, 1], r25_upper = r[3, 1], r50_lower = r[2, 2], r50_upper = r[3, 2],
    r75_lower = r[2, 3], r75_upper = r[3, 3], log50_lower = crossing(f$time, other$log$lower, .5), log50_upper = crossing(f$time, other$log$upper, .5),
    plain50_lower = crossing(f$time, other$plain$lower, .5), plain50_upper = crossing(f$time, other$plain$upper, .5))
}
write_reference(bind(records), "km_records.csv")
write_reference(bind(curves), "km.csv", 12)
write_reference(bind(summaries), "km_summary.csv", 12)
