# R 4.2.2, survival 3.5-3.
# logrank_records.csv: the data (minutes, 1 = resolved, patient, group). logrank.csv:
# test = "log-rank": survdiff(Surv(time, status) ~ group), one record a patient;
# test = "robust": coxph(Surv(time, status) ~ factor(group), cluster = patient, ties = "breslow", robust = TRUE)$rscore,
# the robust score test; checked against U' (sum over patients U_i U_i')^-1 U with the score residuals at zero.
source("common.R")
set.seed(20250105)
records <- tests <- list()
id <- 0
while (id < 160) {
  clustered <- id %% 2 == 1
  groups <- sample(2:4, 1)
  n <- sample(c(24, 40, 80, 150), 1) + groups * 5
  patient <- if (clustered) sample(ceiling(n / sample(2:4, 1)), n, replace = TRUE) else seq_len(n)
  group <- if (runif(1) < .5) sample(groups, n, replace = TRUE) else (patient %% groups) + 1
  frailty <- exp(rnorm(n, 0, .6))[patient]
  time <- if (runif(1) < .5) as.integer(sample(c(2, 6, 12, 24, 36, 48, 72), n, replace = TRUE) * 60) else as.integer(ceiling(rexp(n) * 1500 * frailty * (1 + .3 * group)))
  if (id %% 5 == 0) time[runif(n) < .1] <- 0L
  status <- rbinom(n, 1, .8)
  if (length(unique(group)) < groups || any(tapply(status, group, sum) == 0)) next
  id <- id + 1
  d <- data.frame(time, status, patient, group)
  if (clustered) {
    fit <- coxph(Surv(time, status) ~ factor(group), d, cluster = patient, ties = "breslow", robust = TRUE)
    zero <- coxph(Surv(time, status) ~ factor(group), d, ties = "breslow", iter.max = 0)
    u_i <- as.matrix(resid(zero, type = "score"))
    u <- colSums(u_i)
    by_patient <- rowsum(u_i, d$patient)
    chi <- as.numeric(t(u) %*% solve(crossprod(by_patient), u))
    stopifnot(close_to(chi, as.numeric(fit$rscore), 1e-8))
    df <- groups - 1
  } else {
    fit <- survdiff(Surv(time, status) ~ group, d)
    chi <- fit$chisq
    df <- length(fit$n) - 1
  }
  records[[id]] <- c(list(set = rep(id, n)), as.list(d))
  tests[[id]] <- list(set = id, test = if (clustered) "robust" else "log-rank", records = n, groups = groups, chi_square = chi, degrees = df,
    p_value = pchisq(chi, df, lower.tail = FALSE))
}
write_reference(bind(records), "logrank_records.csv")
write_reference(bind(tests), "logrank.csv")

# logrank_strata_records.csv, logrank_strata.csv: the same within strata (block): survdiff(... ~ group + strata(block)),
# coxph(... ~ factor(group) + strata(block), cluster = patient, ...)$rscore; a patient may lie in several blocks.
set.seed(20250107)
records <- tests <- list()
id <- 0
while (id < 200) {
  clustered <- id %% 2 == 1
  groups <- sample(2:4, 1)
  blocks <- sample(2:6, 1)
  n <- sample(c(24, 40, 80, 150), 1) + groups * 5
  patient <- if (clustered) sample(ceiling(n / sample(2:4, 1)), n, replace = TRUE) else seq_len(n)
  group <- if (runif(1) < .5) sample(groups, n, replace = TRUE) else (patient %% groups) + 1
  block <- if (runif(1) < .5) sample(blocks, n, replace = TRUE) else (patient %/% 3) %% blocks + 1
  frailty <- exp(rnorm(n, 0, .6))[patient]
  time <- if (runif(1) < .5) as.integer(sample(c(2, 6, 12, 24, 36, 48, 72), n, replace = TRUE) * 60) else as.integer(ceiling(rexp(n) * 1500 * frailty * (1 + .3 * group + .5 * block)))
  if (id %% 5 == 0) time[runif(n) < .1] <- 0L
  status <- rbinom(n, 1, .8)
  d <- data.frame(time, status, patient, group, block)
  if (length(unique(group)) < groups || any(tapply(status, group, sum) == 0)) next
  if (clustered) {
    fit <- coxph(Surv(time, status) ~ factor(group) + strata(block), d, cluster = patient, ties = "breslow", robust = TRUE)
    zero <- coxph(Surv(time, status) ~ factor(group) + strata(block), d, ties = "breslow", iter.max = 0)
    u_i <- as.matrix(resid(zero, type = "score"))
    by_patient <- rowsum(u_i, d$patient)
    if (rcond(crossprod(by_patient)) < 1e-8) next
    chi <- as.numeric(t(colSums(u_i)) %*% solve(crossprod(by_patient), colSums(u_i)))
    stopifnot(close_to(chi, as.numeric(fit$rscore), 1e-8))
    df <- groups - 1
  } else {
    fit <- survdiff(Surv(time, status) ~ group + strata(block), d)
    chi <- fit$chisq
    df <- sum(rowSums(as.matrix(fit$exp)) > 0) - 1
    if (rcond(fit$var[-1, -1, drop = FALSE]) < 1e-8) next
  }
  id <- id + 1
  records[[id]] <- c(list(set = rep(id, n)), as.list(d))
  tests[[id]] <- list(set = id, test = if (clustered) "robust" else "log-rank", records = n, groups = groups, chi_square = chi, degrees = df,
    p_value = pchisq(chi, df, lower.tail = FALSE))
}
write_reference(bind(records), "logrank_strata_records.csv")
write_reference(bind(tests), "logrank_strata.csv")
