# R 4.2.2, survival 3.5-3.
# aj_records.csv: courses: entry (0: seen from the start; f: enters after session f), exit, status (relief, ended, open),
# patient. aj.csv: f = survfit(Surv(entry, exit, factor(status, c("open", "relief", "ended"))) ~ 1, id = course,
# influence = TRUE): time (every ordinal with a relief, an end or a censoring), n.risk, events, pstate of relief and of
# ended, and the infinitesimal jackknife clustered by patient, std_err =
# sqrt(colSums(rowsum(f$influence.pstate[, , relief], patient)^2)): survival 3.5-3 takes cluster = patient in a
# multi-state call without an error and ignores it, so f$std.err is that of independent courses.
# lower, upper: F^exp(+-z se / (F log F)) at 95 %, empty where F is 0 or 1.
# if_nobody_stopped: 1 - survfit(Surv(entry, exit, status == "relief") ~ 1)$surv.
# Probability and standard error are checked against the product-limit definition and its derivatives by the weights of
# the patients (complex step). The first set is the toy of docs/methods.md.
source("common.R")
set.seed(20250107)
draw <- function(i) {
  n <- switch(sample(4, 1), sample(1:6, 1), sample(6:20, 1), sample(20:60, 1), sample(50:90, 1))
  patient <- if (i %% 3 == 0) seq_len(n) else sample(ceiling(n / sample(1:3, 1)), n, replace = TRUE)
  late <- if (i %% 2 == 0) runif(n) < sample(c(.1, .4, .8), 1) else rep(FALSE, n)
  entry <- ifelse(late, 1 + rpois(n, 1.5) + 1, 0)
  exit <- entry + 1 + switch(sample(3, 1), rpois(n, 2), rgeom(n, .3), sample(0:7, n, replace = TRUE))
  status <- sample(c("relief", "ended", "open"), n, replace = TRUE, prob = switch(sample(5, 1), c(.6, .2, .2), c(.3, .5, .2), c(1, 0, 0), c(.2, 0, .8), c(.5, .5, 0)))
  data.frame(entry, exit, status, patient)
}
toy <- data.frame(entry = 0, exit = c(1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 6, 6), patient = 1:12,
  status = c("relief", "relief", "ended", "relief", "relief", "ended", "relief", "open", "ended", "relief", "open", "open"))
# One patient, or patients whose courses end in turn: the clustered variance is 0 at some ordinals, and exactly so.
in_turn <- function(i) data.frame(entry = 0, exit = 1:12, status = if (i %% 2 == 0) "relief" else rep(c("relief", "relief", "ended", "ended"), 3),
  patient = rep(seq_len(i %% 3 + 1), length.out = 12))
# Large and dense: many courses at few ordinals, half of them late.
large <- function(n) {
  entry <- ifelse(runif(n) < .5, 0, sample(2:3, n, replace = TRUE))
  data.frame(entry, exit = entry + sample(6, n, replace = TRUE), status = sample(c("relief", "ended", "open"), n, replace = TRUE), patient = sample(ceiling(n / 2), n, replace = TRUE))
}
sets <- c(list(toy), lapply(seq_len(199), draw), lapply(1:6, in_turn), lapply(2 * (100:229), draw), lapply(c(300, 1000), large))
by_definition <- function(d, times) function(w) {
  at <- w[d$who]
  s <- 1 + 0i; relief <- 0 + 0i; ended <- 0 + 0i
  out <- sapply(times, function(t) {
    risk <- sum(at[d$entry < t & d$exit >= t]); r <- sum(at[d$exit == t & d$status == "relief"]); e <- sum(at[d$exit == t & d$status == "ended"])
    relief <<- relief + s * r / risk; ended <<- ended + s * e / risk
    s <<- if (Re(risk) == Re(r + e)) 0i * s + s * (1 - (r + e) / risk) else s * (1 - (r + e) / risk)
    c(relief, ended)
  })
  as.vector(t(out))
}
records <- curves <- list()
for (id in seq_along(sets)) {
  d <- sets[[id]]
  d$status <- factor(d$status, c("open", "relief", "ended"))
  d$course <- seq_len(nrow(d))
  d$who <- match(d$patient, unique(d$patient))
  times <- sort(unique(d$exit))
  f <- if (any(d$status != "open")) survfit(Surv(entry, exit, status) ~ 1, d, id = course, influence = TRUE) else NULL
  reference <- by_definition(d, times)
  weights <- rep(1, max(d$who))
  both <- matrix(Re(reference(weights)), ncol = 2)
  se <- sqrt(rowSums(matrix(influence(reference, weights), ncol = length(weights))^2))[seq_along(times)]
  risk <- sapply(times, function(t) sum(d$entry < t & d$exit >= t))
  if (!is.null(f)) {
    k <- match(times, f$time)
    stopifnot(f$n.risk[k, 1] == risk, close_to(f$pstate[k, 2], both[, 1], 1e-10), close_to(f$pstate[k, 3], both[, 2], 1e-10))
    by_course <- matrix(f$influence.pstate[, k + 1, 2], ncol = length(k))
    stopifnot(close_to(sqrt(colSums(rowsum(by_course, d$patient)^2)), se, 1e-8, 1e-12))
    if (!anyDuplicated(d$patient)) stopifnot(close_to(f$std.err[k, 2], se, 1e-8, 1e-12))
  }
  kaplan_meier <- survfit(Surv(entry, exit, status == "relief") ~ 1, d)
  stopped <- 1 - kaplan_meier$surv[match(times, kaplan_meier$time)]
  p <- ifelse(both[, 1] > 1 - 1e-13, 1, both[, 1])
  inner <- p > 0 & p < 1
  z <- qnorm(.975)
  width <- ifelse(inner, z * se / (p * log(p)), NA)
  count <- function(s) sapply(times, function(t) sum(d$exit == t & d$status == s))
  records[[id]] <- list(set = rep(id, nrow(d)), entry = d$entry, exit = d$exit, status = as.character(d$status), patient = d$patient)
  curves[[id]] <- list(set = rep(id, length(times)), time = times, at_risk = risk, relieved = count("relief"), ended = count("ended"), censored = count("open"),
    relief = p, ended_probability = both[, 2], std_err = ifelse(inner, se, 0), lower = ifelse(inner, p^exp(-width), NA), upper = ifelse(inner, p^exp(width), NA), if_nobody_stopped = stopped)
}
write_reference(bind(records), "aj_records.csv")
write_reference(bind(curves), "aj.csv", 12)
