# R 4.2.2, survival 3.5-3.
# logrank_records.csv: the data (minutes, 1 = resolved, patient, group, block). logrank.csv, a row a set:
# test = "log-rank", one record a patient: survdiff(Surv(time, status) ~ group), and within strata
# survdiff(... ~ group + strata(block)); test = "robust": coxph(Surv(time, status) ~ factor(group), cluster = patient,
# ties = "breslow", robust = TRUE)$rscore, the robust score test, and the same with + strata(block); a patient may lie in
# several blocks. Both robust ones are checked against U' (sum over patients U_i U_i')^-1 U with the score residuals at
# zero. within_*: within strata. degrees: groups at risk at some end, less one. Empty: no test, because nothing
# resolved, or nobody of two groups was at risk at an end, or the patients do not vary; left out, as R is then at the
# mercy of rounding, are sets whose variance matrix has a reciprocal condition number of (0, 1e-8).
source("common.R")
set.seed(20250105)

draw <- function(id) {
  clustered <- id %% 2 == 1
  groups <- sample(2:4, 1)
  blocks <- sample(2:6, 1)
  n <- sample(c(3, 8, 24, 40, 80), 1, prob = c(1, 1, 3, 3, 1)) + groups * 3
  if (id %in% c(50, 51)) n <- 1500
  patient <- if (clustered) sample(ceiling(n / sample(2:4, 1)), n, replace = TRUE) else seq_len(n)
  if (id %in% c(21, 23)) patient[] <- 1
  group <- if (runif(1) < .5) sample(groups, n, replace = TRUE) else (patient %% groups) + 1
  block <- if (runif(1) < .5) sample(blocks, n, replace = TRUE) else (patient %/% 3) %% blocks + 1
  frailty <- exp(rnorm(n, 0, .6))[patient]
  time <- if (runif(1) < .5 || n > 1000) as.integer(sample(c(2, 6, 12, 24, 36, 48, 72), n, replace = TRUE) * 60) else as.integer(ceiling(rexp(n) * 1500 * frailty * (1 + .3 * group + .5 * block)))
  if (id %% 5 == 0) time[runif(n) < .1] <- 0L
  status <- rbinom(n, 1, if (id %% 40 < 2) 0 else if (id %% 9 == 0) 1 else .8)
  if (id == 31) { time <- c(60L, 120L); status <- c(1, 1); patient <- c(1, 1); group <- 1:2; block <- c(1, 1) }
  if (id == 30) { time <- c(60L, 120L); status <- c(1, 1); patient <- 1:2; group <- 1:2; block <- c(1, 1) }
  data.frame(time, status, patient, group, block)
}
none <- list(chi = NA, df = NA)
# NULL: ill-conditioned.
plain <- function(d, within) {
  if (sum(d$status) == 0) return(none)
  f <- if (within) survdiff(Surv(time, status) ~ group + strata(block), d) else survdiff(Surv(time, status) ~ group, d)
  expected <- if (is.matrix(f$exp)) rowSums(f$exp) else f$exp
  k <- which(expected > 0)
  if (length(k) < 2) return(none)
  v <- f$var[k, k][-1, -1, drop = FALSE]
  if (max(abs(v)) < 1e-12) return(none)
  if (rcond(v) < 1e-8) return(NULL)
  list(chi = f$chisq, df = length(k) - 1)
}
robust <- function(d, within) {
  if (sum(d$status) == 0 || !anyDuplicated(d$patient)) return(if (sum(d$status) == 0) none else NULL)
  d$one <- if (within) d$block else 1
  zero <- try(coxph(Surv(time, status) ~ factor(group) + strata(one), d, ties = "breslow", iter.max = 0), silent = TRUE)
  if (inherits(zero, "try-error")) return(none)
  u_i <- as.matrix(resid(zero, type = "score"))
  u_i[is.na(u_i)] <- 0
  by_patient <- rowsum(u_i, d$patient)
  b <- crossprod(by_patient)
  if (max(abs(b)) < 1e-20) return(none)
  if (rcond(b) < 1e-8) return(NULL)
  u <- colSums(u_i)
  chi <- as.numeric(t(u) %*% solve(b, u))
  fit <- suppressWarnings(coxph(Surv(time, status) ~ factor(group) + strata(one), d, cluster = patient, ties = "breslow", robust = TRUE))
  stopifnot(close_to(chi, as.numeric(fit$rscore), 1e-8))
  list(chi = chi, df = ncol(u_i))
}
records <- tests <- list()
id <- draws <- 0
while (id < 430) {
  d <- draw(id)
  draws <- draws + 1
  stopifnot(draws < 5000)
  if (length(unique(d$group)) < max(d$group)) next
  clustered <- id %% 2 == 1
  test <- if (clustered) robust else plain
  overall <- test(d, FALSE)
  within <- test(d, TRUE)
  if (is.null(overall) || is.null(within)) { if (id %in% c(21, 23, 31)) overall <- within <- none else next }
  id <- id + 1
  p <- function(t) if (is.na(t$chi)) NA else pchisq(t$chi, t$df, lower.tail = FALSE)
  records[[id]] <- c(list(set = rep(id, nrow(d))), as.list(d))
  tests[[id]] <- list(set = id, test = if (clustered) "robust" else "log-rank", groups = max(d$group), chi_square = overall$chi, degrees = overall$df, p_value = p(overall),
    within_chi_square = within$chi, within_degrees = within$df, within_p_value = p(within))
}
write_reference(bind(records), "logrank_records.csv")
write_reference(bind(tests), "logrank.csv", 13)
