# R 4.2.2, survival 3.5-3, survey 4.1-1. Figures of whole records, by the definitions of docs/methods.md.
# clinic_records.csv: sessions in order: patient, day (empty: no date), number in the course (not above the one before: a
# new course of the patient; first number above 1: late), relief (1, 0, empty), pain before and after, and a diary's
# scores at 24, 48 and 72 h.
# clinic.csv: fall, fall_error: svymean(~fall, svydesign(ids = ~patient, weights = ~1)) of the first pain before less the
# last pain after, courses from their start; per_week: visits after the first over weeks, courses with two dates;
# days: median of survfit(Surv(days, relieved) ~ 1, conf.type = "log-log"), clustered by patient where one has two
# courses, with limits where the limit curves cross one half (crossing in common.R); peak: hour of the highest mean.
# clinic_diary.csv: sessions with a score, mean, its limits mean -+ qt(.975, patients - 1) times svymean's clustered error,
# clamped to 0 to 10 (none with one patient or no error), share above 0 with the stabilized limits
# of clustered.R, or clopper-pearson where no patient has two sessions or there is one patient.
source("common.R")
source("proportion_definitions.R")
set.seed(20250113)
halves <- function(n, most) sample(0:(2 * most), n, replace = TRUE) / 2
forget <- function(x, share) { x[runif(length(x)) < share] <- NA; x }
draw <- function(i) {
  m <- switch(sample(4, 1), sample(1:3, 1), sample(3:10, 1), sample(10:30, 1), if (i %% 10 == 0) 200 else 20)
  if (i <= 3) m <- 1
  missing <- sample(c(0, .1, .5), 1)
  chance <- sample(c(0, .2, .5, 1), 1, prob = c(1, 4, 4, 1))
  sore <- sample(c(0, .3, .7, 1), 1, prob = c(1, 4, 4, 1))
  do.call(rbind, lapply(seq_len(m), function(p) {
    courses <- if (i == 1) 1 else sample(2, 1)
    day <- 20000 + sample(200, 1)
    out <- do.call(rbind, lapply(seq_len(courses), function(course) {
      n <- if (i == 1) 1 else sample(6, 1)
      days <- day + cumsum(c(0, sample(0:14, n - 1, replace = TRUE)))
      day <<- max(days) + 1 + sample(30, 1)
      first <- if (course == 1 && i %% 3 == 0 && runif(1) < .3) sample(2:4, 1) else 1
      own <- runif(1) < sore
      data.frame(patient = p, course = course, day = days, number = first - 1 + seq_len(n), relief = forget(rbinom(n, 1, chance), missing),
        before = forget(halves(n, 10), missing), after = forget(halves(n, 8), missing), s1 = forget(own * halves(n, 10), missing), s2 = forget(own * halves(n, 6), missing), s3 = forget(own * halves(n, 3), missing))
    }))
    if (courses == 1 && runif(1) < .1) out$day <- NA
    out
  }))
}
stabilized <- function(yes, patient) {
  size <- as.vector(table(patient)); own <- as.vector(tapply(yes, patient, sum))
  n <- sum(size); y <- sum(own); m <- length(size); p <- y / n
  if (m < 2 || max(size) < 2) return(clopper_pearson(y, n, .025))
  d <- if (y == 0 || y == n) 1 else m / (m - 1) * sum(((own - p * size) / n)^2) / (p * (1 - p) / n)
  guess <- (y + 2) / (n + 4)
  d0 <- 1 + min(.3, guess * (exp(1.5^2) - 1) / (1 - guess)) * (sum(size^2) / n - 1)
  star <- min(n, n / max(1, (y * d + 8 * d0) / (y + 8)) * (qt(.025, n - 1) / qt(.025, m - 1))^2)
  clopper_pearson(if (p == 1) star else star * p, star, .025)
}
mean_of <- function(x, patient) {
  d <- data.frame(x, patient, w = 1)
  c(mean(x), if (length(unique(patient)) < 2) NA else as.numeric(SE(svymean(~x, svydesign(ids = ~patient, weights = ~w, data = d)))))
}
records <- results <- diary <- list()
for (id in 1:200) {
  d <- draw(id)
  each <- lapply(split(d, paste(sprintf("%05d", d$patient), d$course)), function(x) {
    known <- which(!is.na(x$after)); told <- which(!is.na(x$relief)); yes <- which(x$relief == 1); late <- x$number[1] > 1
    exit <- if (length(yes)) yes[1] else if (length(told)) max(told) else NA
    span <- if (all(is.na(x$day))) 0 else max(x$day) - min(x$day)
    data.frame(patient = x$patient[1], fall = if (late || !length(known)) NA else x$before[1] - x$after[max(known)], span = span, visits = nrow(x) - 1,
      days = if (late || is.na(exit)) NA else x$day[exit] - x$day[1], relieved = as.numeric(length(yes) > 0))
  })
  each <- do.call(rbind, each)
  f <- each[!is.na(each$fall), ]
  fall <- if (length(unique(f$patient)) < 2) c(NA, NA) else mean_of(f$fall, f$patient)
  moved <- each[each$span > 0, ]
  k <- each[!is.na(each$days), ]
  median <- c(NA, NA, NA)
  if (nrow(k)) {
    s <- if (anyDuplicated(k$patient)) survfit(Surv(days, relieved) ~ 1, k, cluster = patient, robust = TRUE, conf.type = "log-log") else
      survfit(Surv(days, relieved) ~ 1, k, conf.type = "log-log")
    surv <- ifelse(s$surv < 1e-14, 0, s$surv)
    limit <- function(x) ifelse(surv == 0 | surv == 1, NA, x)
    median <- c(crossing(s$time, surv, .5), crossing(s$time, limit(s$lower), .5), crossing(s$time, limit(s$upper), .5))
  }
  means <- rep(0, 3)
  for (j in 1:3) {
    x <- d[[paste0("s", j)]]
    seen <- !is.na(x)
    out <- list(set = id, hours = 24 * j, recorded = sum(seen), mean = NA, mean_lower = NA, mean_upper = NA, sore = NA, lower = NA, upper = NA)
    if (any(seen)) {
      about <- mean_of(x[seen], d$patient[seen])
      out$mean <- about[1]
      if (!is.na(about[2]) && about[2] > 1e-12) out[c("mean_lower", "mean_upper")] <-
        as.list(pmin(10, pmax(0, about[1] + c(-1, 1) * qt(.975, length(unique(d$patient[seen])) - 1) * about[2])))
      out$sore <- mean(x[seen] > 0)
      out[c("lower", "upper")] <- as.list(stabilized(x[seen] > 0, d$patient[seen]))
      means[j] <- out$mean
    }
    diary[[length(diary) + 1]] <- out
  }
  results[[id]] <- list(set = id, fall = fall[1], fall_error = fall[2], per_week = if (nrow(moved)) sum(moved$visits) / (sum(moved$span) / 7) else NA,
    days = median[1], days_lower = median[2], days_upper = median[3], peak = if (max(means) > 0) 24 * which.max(means) else NA)
  records[[id]] <- c(list(set = rep(id, nrow(d))), as.list(d[setdiff(names(d), "course")]))
}
write_reference(bind(records), "clinic_records.csv")
write_reference(bind(results), "clinic.csv", 13)
write_reference(bind(diary), "clinic_diary.csv", 13)
