"""Every rule of the domain by its number, and the tests that show it: `folder/file.py::test`."""

RULES: dict[str, tuple[str, ...]] = {
    # 1.3a: bodies of format 1
    "B1": ("format/test_examples.py::test_a_key_without_a_value_is_refused",),
    "B2": ("journal/test_refusals.py::test_a_time_that_no_clock_showed_is_refused",),
    "B3": ("rules/test_promises.py::test_a_promise_closes_in_the_zone_of_dates",),
    "B4": ("journal/test_verbs.py::test_an_entry_of_another_client_is_never_named",),
    "B5": (
        "exchange/test_imported_bodies.py::test_files_that_were_stored_are_named_by_their_hash_and_others_as_missing",
    ),
    "B6": ("format/test_examples.py::test_a_source_of_class_d_is_no_source",),
    "B7": ("storage/test_database.py::test_a_journal_of_a_newer_format_is_refused_and_left_as_it_is",),
    "B8": ("journal/test_verbs.py::test_a_sent_message_with_a_reminder_is_one_act_and_no_second_contact",),
    "B9": ("journal/test_verbs.py::test_signs_that_cannot_be_kept_are_refused_by_name_and_place",),
    # 1.3b to 1.7: what is recorded, who may speak, balls, calls
    "D1": ("cli/test_commands.py::test_what_is_logged_is_shown_found_and_told_today",),
    "D2": ("demo/test_told_things.py::test_what_was_said_on_wednesday_and_recorded_on_friday_is_late_by_two_days",),
    "D3": (
        "journal/test_verbs.py::test_a_delivery_of_an_edit_that_was_never_requested_is_refused_with_what_to_do",
        "journal/test_verbs.py::test_an_end_before_the_beginning_is_refused",
    ),
    "D4": ("journal/test_verbs.py::test_a_correction_shows_the_new_words_and_keeps_the_old",),
    "D5": ("journal/test_random_acts.py::test_whatever_is_recorded_the_tables_are_what_the_log_says",),
    "D6": ("journal/test_verbs.py::test_a_second_contact_for_a_past_time_is_refused",),
    "D7": ("rules/test_f03_to_f06_edits.py::test_an_edit_of_a_voice_needs_no_date_until_the_contact_confirms",),
    "D8": ("journal/test_verbs.py::test_designating_somebody_else_ends_the_running_period",),
    "D9": ("rules/test_contact.py::test_the_contact_speaks_and_in_the_gap_the_signer",),
    "D12": ("rules/test_lost_days_by_side.py::test_both_sides_are_always_there_with_their_causes",),
    "D15": ("rules/test_statistics_counts.py::test_calls_are_counted_by_month_with_their_minutes_off_topic",),
    "D10": (
        "rules/test_every_flag.py::test_d10_every_flag_says_who_owes_the_next_move",
        "rules/test_f06_f14_f18_stages.py::test_d10_after_the_term_the_ball_depends_on_what_silence_means",
    ),
    "D11": (
        "rules/test_f03_to_f06_edits.py::test_my_clock_rests_while_an_overdue_request_is_needed_and_asks_for_a_new_date_after_it",
        "rules/test_promises.py::test_after_a_rest_the_days_that_were_left_are_counted_anew",
    ),
    "D13": ("rules/test_call_remarks.py::test_a_call_is_ad_hoc_without_a_plan_or_without_an_agreed_topic",),
    "D14": (
        "rules/test_f09_to_f13_calls.py::test_a_topic_without_an_outcome_keeps_the_call_open_and_nothing_decided_is_one",
        "rules/test_call_remarks.py::test_a_summary_told_in_a_channel_that_was_never_agreed_proves_nothing",
    ),
    "D16": ("rules/test_f09_to_f13_calls.py::test_missed_or_cancelled_is_an_answer",),
    "D17": ("rules/test_terms.py::test_where_nothing_is_agreed_the_defaults_stand_and_no_channel",),
    "D18": ("rules/test_flag_properties.py::test_the_order_in_which_unrelated_things_are_told_does_not_matter",),
    # 2: working time; the golden cases name their rule
    "W1": ("rules/test_golden_working_time.py::test_a_golden_case_gives_what_it_expects",),
    "W2": (
        "rules/test_working_time.py::test_a_start_in_the_gap_is_the_first_instant_after_it",
        "rules/test_working_time.py::test_of_two_equal_wall_times_the_first_begins_and_the_second_ends",
    ),
    "W3": ("rules/test_working_time_walked.py::test_the_rules_agree_with_a_walk_minute_by_minute",),
    "W4": (
        "rules/test_working_time.py::test_a_sum_that_fills_the_day_ends_at_its_closing_and_not_at_the_next_opening",
    ),
    "W5": ("rules/test_working_time_walked.py::test_what_was_added_has_elapsed",),
    "W6": ("rules/test_f02_unanswered.py::test_once_a_day_means_the_end_of_the_next_working_day",),
    "W7": (
        "rules/test_working_time_walked.py::test_a_later_request_is_never_received_earlier",
        "rules/test_promises.py::test_after_the_cut_off_the_count_begins_on_the_next_working_day",
    ),
    "W8": (
        "rules/test_promises.py::test_two_working_days_talked_over_on_friday_are_launched_by_wednesday",
        "rules/test_promises.py::test_the_usual_count_in_law_gives_tuesday",
    ),
    "W9": ("rules/test_promises.py::test_each_side_skips_its_own_days_off_only",),
    "W10": (
        "rules/test_lost_days.py::test_a_day_claimed_twice_counts_once_and_is_booked_to_the_oldest_request_open_then",
        "rules/test_lost_days_by_side.py::test_a_late_stage_costs_the_one_who_caused_it",
        "rules/test_promise_results.py::test_every_edit_has_one_result",
    ),
    "W11": ("rules/test_working_time.py::test_silence_counts_working_days_after_the_last_contact_today_included",),
    "W12": ("rules/test_working_time.py::test_today_and_the_week_depend_on_the_zone",),
    "W13": ("rules/test_holiday_years.py::test_a_year_whose_moved_days_nobody_has_decreed_says_so",),
    # 3.1: what counts as contact
    "C1": ("rules/test_f02_unanswered.py::test_a_thumb_of_mine_is_no_answer",),
    "C2": ("rules/test_f02_unanswered.py::test_of_several_messages_the_oldest_counts_and_all_are_answered_together",),
    "C3": ("rules/test_f21_f22_rhythm.py::test_two_messages_within_the_hour_are_one",),
    "C4": ("rules/test_f02_unanswered.py::test_in_a_group_only_the_contact_waits",),
    "C5": (
        "rules/test_flag_states.py::test_other_states_hear_few",
        "rules/test_flag_states.py::test_while_work_is_stopped_promises_and_rhythms_rest",
    ),
    "C6": ("rules/test_cards.py::test_silence_stands_back_until_it_is_late",),
    "C7": ("rules/test_f09_to_f13_calls.py::test_calls_older_than_the_client_here_do_not_nag",),
    "C8": ("rules/test_every_flag.py::test_every_flag_explains_itself",),
    # 3.2: the flags
    "F1": ("rules/test_f01_f23_f24_beginnings.py::test_a_client_added_on_friday_is_to_be_opened_by_monday_evening",),
    "F2": ("rules/test_f02_unanswered.py::test_the_two_hours_are_hours_of_work",),
    "F3": ("rules/test_f03_to_f06_edits.py::test_an_edit_needs_a_date_within_my_answer_time",),
    "F4": ("rules/test_f03_to_f06_edits.py::test_a_promise_for_wednesday_ripens",),
    "F5": ("rules/test_f03_to_f06_edits.py::test_a_provisional_date_wants_a_firm_one",),
    "F6": ("rules/test_f03_to_f06_edits.py::test_done_but_not_said",),
    "F7": ("rules/test_f07_f08_voices.py::test_a_voice_asks_for_an_edit_and_the_contact_is_to_confirm",),
    "F8": ("rules/test_f07_f08_voices.py::test_a_message_in_a_channel_that_was_never_agreed",),
    "F9": (
        "rules/test_f09_to_f13_calls.py::test_a_call_without_topic_or_channel_is_to_be_agreed_one_working_day_before",
    ),
    "F10": (
        "rules/test_f09_to_f13_calls.py::"
        "test_a_complete_plan_asks_for_nothing_and_stands_under_calls_from_the_day_before",
    ),
    "F11": ("rules/test_f09_to_f13_calls.py::test_a_call_that_should_be_over_is_asked_after_at_once",),
    "F12": ("rules/test_f09_to_f13_calls.py::test_what_was_decided_is_to_be_written_within_my_answer_time",),
    "F13": ("rules/test_f09_to_f13_calls.py::test_every_fourteen_days_with_two_of_tolerance",),
    "F14": ("rules/test_f14_client_owes.py::test_the_ladder",),
    "F15": (
        "rules/test_f15_f16_term_over.py::test_f15_the_right_begins_when_the_term_is_over",
        "journal/test_flags_of_the_log.py::test_f15_the_notice_stops_work_and_f16_waits_for_the_answer",
    ),
    "F16": ("rules/test_f15_f16_term_over.py::test_f16_stands_in_the_last_five_working_days_of_the_contract",),
    "F17": (
        "rules/test_f17_risks.py::test_f17_a_risk_is_to_be_told_within_my_answer_time",
        "rules/test_f17_risks.py::test_f17_is_raised_once_per_lateness",
    ),
    "F18": (
        "rules/test_f06_f14_f18_stages.py::test_f18_a_stage_due_on_wednesday_stands_from_two_working_days_before",
        "rules/test_f06_f14_f18_stages.py::test_f18_only_a_move_in_agreement_gives_another_day",
    ),
    "F19": ("rules/test_f19_reports.py::test_the_sheet_of_a_week_goes_out_on_friday",),
    "F20": ("rules/test_f20_figures.py::test_f20_half_way_the_reading_is_held_against_the_middle",),
    "F21": ("rules/test_f21_f22_rhythm.py::test_silence_counts_my_working_days",),
    "F22": ("rules/test_f21_f22_rhythm.py::test_the_quota_shrinks_with_the_week",),
    "F23": ("rules/test_f01_f23_f24_beginnings.py::test_nobody_designated_is_a_gap_since_the_client_was_added",),
    "F24": ("rules/test_f01_f23_f24_beginnings.py::test_an_agreement_is_missing_until_it_is_made_and_confirmed",),
    "F25": ("rules/test_f25_term_ends.py::test_f25_has_three_parts_each_with_a_key_of_its_own",),
    "F26": ("rules/test_f26_f27_f28_turns.py::test_f26_a_pause_gives_it_time_until_its_end",),
    "F27": ("rules/test_f26_f27_f28_turns.py::test_f27_work_begins_on_the_working_day_after_the_payment",),
    "F28": ("rules/test_f26_f27_f28_turns.py::test_f28_an_absence_from_tuesday_stands_for_five_working_days",),
}
