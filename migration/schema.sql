--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: invalidate_academic_levels(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_academic_levels() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'academic_levels' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'academic_levels/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'academic_levels' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'academic_levels/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'academic_levels' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'academic_levels/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_additional_services(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_additional_services() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'additional_services' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'additional_services/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'additional_services' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'additional_services/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'additional_services' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'additional_services/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_audit_log(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_audit_log() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added WHERE NOT (action_type = 'security'))
        SELECT 'audit_log' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'audit_log/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed WHERE NOT (action_type = 'security') UNION ALL SELECT website_id FROM added WHERE NOT (action_type = 'security'))
        SELECT 'audit_log' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'audit_log/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed WHERE NOT (action_type = 'security'))
        SELECT 'audit_log' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'audit_log/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_badges(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_badges() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'badges' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'badges/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'badges' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'badges/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'badges' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'badges/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_blacklisted_emails(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_blacklisted_emails() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'blacklisted_emails' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'blacklisted_emails/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'blacklisted_emails' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'blacklisted_emails/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'blacklisted_emails' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'blacklisted_emails/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_broadcast_views(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_broadcast_views() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'broadcast_views' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'broadcast_views/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'broadcast_views/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'broadcast_views' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'broadcast_views/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'broadcast_views/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'broadcast_views' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'broadcast_views/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'broadcast_views/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_broadcasts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_broadcasts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'broadcasts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'broadcasts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'broadcasts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'broadcasts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'broadcasts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'broadcasts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_class_bundle_configs(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_class_bundle_configs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'class_bundle_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'class_bundle_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'class_bundle_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'class_bundle_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'class_bundle_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'class_bundle_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_class_bundles(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_class_bundles() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'class_bundles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'class_bundles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'class_bundles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'class_bundles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'class_bundles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'class_bundles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_client_profiles(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_client_profiles() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'client_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'client_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'client_profiles/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'client_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'client_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'client_profiles/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'client_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'client_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'client_profiles/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_discount_usages(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_discount_usages() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'discount_usages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'discount_usages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'discount_usages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'discount_usages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'discount_usages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'discount_usages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_discounts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_discounts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'discounts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'discounts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'discounts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'discounts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'discounts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'discounts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_disputes(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_disputes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'disputes' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'disputes/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'disputes' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'disputes/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'disputes' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'disputes/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_editor_tasks(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_editor_tasks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, editor_id FROM added)
        SELECT 'editor_tasks' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'editor_tasks/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'editor_tasks/editor_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || editor_id END
        FROM (SELECT DISTINCT editor_id FROM touched WHERE editor_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, editor_id FROM removed UNION ALL SELECT website_id, editor_id FROM added)
        SELECT 'editor_tasks' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'editor_tasks/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'editor_tasks/editor_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || editor_id END
        FROM (SELECT DISTINCT editor_id FROM touched WHERE editor_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, editor_id FROM removed)
        SELECT 'editor_tasks' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'editor_tasks/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'editor_tasks/editor_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || editor_id END
        FROM (SELECT DISTINCT editor_id FROM touched WHERE editor_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_english_types(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_english_types() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'english_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'english_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'english_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'english_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'english_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'english_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_files(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_files() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'files' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'files/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'files' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'files/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'files' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'files/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_fines(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_fines() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'fines' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'fines/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'fines/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'fines' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'fines/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'fines/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'fines' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'fines/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'fines/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_formatting_styles(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_formatting_styles() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'formatting_styles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'formatting_styles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'formatting_styles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'formatting_styles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'formatting_styles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'formatting_styles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_installments(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_installments() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'installments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'installments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'installments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'installments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'installments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'installments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_invoices(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_invoices() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id FROM added)
        SELECT 'invoices' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'invoices/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'invoices/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id FROM removed UNION ALL SELECT website_id, client_id FROM added)
        SELECT 'invoices' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'invoices/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'invoices/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id FROM removed)
        SELECT 'invoices' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'invoices/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'invoices/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_loyalty_tiers(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_loyalty_tiers() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'loyalty_tiers' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'loyalty_tiers/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'loyalty_tiers' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'loyalty_tiers/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'loyalty_tiers' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'loyalty_tiers/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_loyalty_transactions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_loyalty_transactions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id FROM added)
        SELECT 'loyalty_transactions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'loyalty_transactions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'loyalty_transactions/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id FROM removed UNION ALL SELECT website_id, client_id FROM added)
        SELECT 'loyalty_transactions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'loyalty_transactions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'loyalty_transactions/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id FROM removed)
        SELECT 'loyalty_transactions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'loyalty_transactions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'loyalty_transactions/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_message_reactions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_message_reactions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'message_reactions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'message_reactions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_reactions/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'message_reactions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'message_reactions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_reactions/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'message_reactions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'message_reactions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_reactions/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_message_receipts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_message_receipts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id, thread_id FROM added)
        SELECT 'message_receipts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'message_receipts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_receipts/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_receipts/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id, thread_id FROM removed UNION ALL SELECT website_id, user_id, thread_id FROM added)
        SELECT 'message_receipts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'message_receipts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_receipts/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_receipts/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id, thread_id FROM removed)
        SELECT 'message_receipts' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'message_receipts/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_receipts/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'message_receipts/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_messages(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_messages() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, thread_id FROM added)
        SELECT 'messages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'messages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'messages/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, thread_id FROM removed UNION ALL SELECT website_id, thread_id FROM added)
        SELECT 'messages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'messages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'messages/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, thread_id FROM removed)
        SELECT 'messages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'messages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'messages/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_notification_preferences(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_notification_preferences() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'notification_preferences' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'notification_preferences/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'notification_preferences/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'notification_preferences' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'notification_preferences/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'notification_preferences/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'notification_preferences' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'notification_preferences/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'notification_preferences/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_notifications(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_notifications() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'notifications' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'notifications/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'notifications/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'notifications' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'notifications/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'notifications/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'notifications' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'notifications/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'notifications/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_order_assignments(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_order_assignments() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'order_assignments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_assignments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_assignments/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'order_assignments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_assignments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_assignments/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'order_assignments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_assignments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_assignments/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_order_change_requests(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_order_change_requests() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, requested_by_id FROM added)
        SELECT 'order_change_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_change_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_change_requests/requested_by_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || requested_by_id END
        FROM (SELECT DISTINCT requested_by_id FROM touched WHERE requested_by_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, requested_by_id FROM removed UNION ALL SELECT website_id, requested_by_id FROM added)
        SELECT 'order_change_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_change_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_change_requests/requested_by_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || requested_by_id END
        FROM (SELECT DISTINCT requested_by_id FROM touched WHERE requested_by_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, requested_by_id FROM removed)
        SELECT 'order_change_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_change_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_change_requests/requested_by_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || requested_by_id END
        FROM (SELECT DISTINCT requested_by_id FROM touched WHERE requested_by_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_order_files(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_order_files() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'order_files' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_files/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'order_files' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_files/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'order_files' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_files/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_order_items(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_order_items() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'order_items' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_items/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'order_items' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_items/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'order_items' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_items/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_order_pricing_snapshots(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_order_pricing_snapshots() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'order_pricing_snapshots' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_pricing_snapshots/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'order_pricing_snapshots' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_pricing_snapshots/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'order_pricing_snapshots' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_pricing_snapshots/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_order_requests(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_order_requests() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'order_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_requests/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'order_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_requests/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'order_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'order_requests/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_order_transitions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_order_transitions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'order_transitions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_transitions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'order_transitions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_transitions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'order_transitions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'order_transitions/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_orders(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_orders() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id, assigned_writer_id, preferred_writer_id FROM added)
        SELECT 'orders' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'orders/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/assigned_writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || assigned_writer_id END
        FROM (SELECT DISTINCT assigned_writer_id FROM touched WHERE assigned_writer_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/preferred_writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || preferred_writer_id END
        FROM (SELECT DISTINCT preferred_writer_id FROM touched WHERE preferred_writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id, assigned_writer_id, preferred_writer_id FROM removed UNION ALL SELECT website_id, client_id, assigned_writer_id, preferred_writer_id FROM added)
        SELECT 'orders' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'orders/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/assigned_writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || assigned_writer_id END
        FROM (SELECT DISTINCT assigned_writer_id FROM touched WHERE assigned_writer_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/preferred_writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || preferred_writer_id END
        FROM (SELECT DISTINCT preferred_writer_id FROM touched WHERE preferred_writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id, assigned_writer_id, preferred_writer_id FROM removed)
        SELECT 'orders' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'orders/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/assigned_writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || assigned_writer_id END
        FROM (SELECT DISTINCT assigned_writer_id FROM touched WHERE assigned_writer_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'orders/preferred_writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || preferred_writer_id END
        FROM (SELECT DISTINCT preferred_writer_id FROM touched WHERE preferred_writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_paper_types(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_paper_types() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'paper_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'paper_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'paper_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'paper_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'paper_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'paper_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_payment_deletion_messages(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_payment_deletion_messages() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'payment_deletion_messages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_deletion_messages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'payment_deletion_messages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_deletion_messages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'payment_deletion_messages' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_deletion_messages/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_payment_reminder_configs(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_payment_reminder_configs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'payment_reminder_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_reminder_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'payment_reminder_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_reminder_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'payment_reminder_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_reminder_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_payment_reminders_sent(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_payment_reminders_sent() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'payment_reminders_sent' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_reminders_sent/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'payment_reminders_sent' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_reminders_sent/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'payment_reminders_sent' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payment_reminders_sent/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_payments(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_payments() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id, recipient_id FROM added)
        SELECT 'payments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payments/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payments/recipient_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || recipient_id END
        FROM (SELECT DISTINCT recipient_id FROM touched WHERE recipient_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id, recipient_id FROM removed UNION ALL SELECT website_id, client_id, recipient_id FROM added)
        SELECT 'payments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payments/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payments/recipient_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || recipient_id END
        FROM (SELECT DISTINCT recipient_id FROM touched WHERE recipient_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, client_id, recipient_id FROM removed)
        SELECT 'payments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payments/client_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || client_id END
        FROM (SELECT DISTINCT client_id FROM touched WHERE client_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payments/recipient_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || recipient_id END
        FROM (SELECT DISTINCT recipient_id FROM touched WHERE recipient_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_payout_methods(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_payout_methods() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'payout_methods' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payout_methods/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payout_methods/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'payout_methods' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payout_methods/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payout_methods/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'payout_methods' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payout_methods/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payout_methods/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_payout_requests(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_payout_requests() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'payout_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payout_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payout_requests/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'payout_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payout_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payout_requests/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'payout_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'payout_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'payout_requests/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_preferred_writer_responses(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_preferred_writer_responses() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'preferred_writer_responses' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'preferred_writer_responses/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'preferred_writer_responses/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'preferred_writer_responses' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'preferred_writer_responses/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'preferred_writer_responses/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'preferred_writer_responses' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'preferred_writer_responses/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'preferred_writer_responses/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_promotional_campaigns(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_promotional_campaigns() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'promotional_campaigns' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'promotional_campaigns/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'promotional_campaigns' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'promotional_campaigns/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'promotional_campaigns' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'promotional_campaigns/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_referrals(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_referrals() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, referrer_id FROM added)
        SELECT 'referrals' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'referrals/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'referrals/referrer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || referrer_id END
        FROM (SELECT DISTINCT referrer_id FROM touched WHERE referrer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, referrer_id FROM removed UNION ALL SELECT website_id, referrer_id FROM added)
        SELECT 'referrals' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'referrals/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'referrals/referrer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || referrer_id END
        FROM (SELECT DISTINCT referrer_id FROM touched WHERE referrer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, referrer_id FROM removed)
        SELECT 'referrals' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'referrals/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'referrals/referrer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || referrer_id END
        FROM (SELECT DISTINCT referrer_id FROM touched WHERE referrer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_refunds(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_refunds() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'refunds' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'refunds/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'refunds' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'refunds/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'refunds' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'refunds/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_reviews(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_reviews() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, reviewed_user_id FROM added)
        SELECT 'reviews' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'reviews/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'reviews/reviewed_user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || reviewed_user_id END
        FROM (SELECT DISTINCT reviewed_user_id FROM touched WHERE reviewed_user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, reviewed_user_id FROM removed UNION ALL SELECT website_id, reviewed_user_id FROM added)
        SELECT 'reviews' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'reviews/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'reviews/reviewed_user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || reviewed_user_id END
        FROM (SELECT DISTINCT reviewed_user_id FROM touched WHERE reviewed_user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, reviewed_user_id FROM removed)
        SELECT 'reviews' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'reviews/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'reviews/reviewed_user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || reviewed_user_id END
        FROM (SELECT DISTINCT reviewed_user_id FROM touched WHERE reviewed_user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_sessions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_sessions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT user_id FROM added)
        SELECT 'sessions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'sessions/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT user_id FROM removed UNION ALL SELECT user_id FROM added)
        SELECT 'sessions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'sessions/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT user_id FROM removed)
        SELECT 'sessions' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'sessions/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_special_order_prices(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_special_order_prices() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'special_order_prices' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_order_prices/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'special_order_prices' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_order_prices/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'special_order_prices' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_order_prices/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_special_order_types(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_special_order_types() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'special_order_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_order_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'special_order_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_order_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'special_order_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_order_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_special_orders(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_special_orders() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'special_orders' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_orders/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'special_orders/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'special_orders' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_orders/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'special_orders/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'special_orders' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'special_orders/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'special_orders/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_staff_profiles(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_staff_profiles() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'staff_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'staff_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'staff_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'staff_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'staff_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'staff_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_subjects(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_subjects() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'subjects' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'subjects/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'subjects' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'subjects/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'subjects' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'subjects/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_thread_participants(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_thread_participants() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id, thread_id FROM added)
        SELECT 'thread_participants' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'thread_participants/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'thread_participants/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'thread_participants/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id, thread_id FROM removed UNION ALL SELECT website_id, user_id, thread_id FROM added)
        SELECT 'thread_participants' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'thread_participants/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'thread_participants/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'thread_participants/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id, thread_id FROM removed)
        SELECT 'thread_participants' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'thread_participants/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'thread_participants/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'thread_participants/thread_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || thread_id END
        FROM (SELECT DISTINCT thread_id FROM touched WHERE thread_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_threads(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_threads() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, id FROM added)
        SELECT 'threads' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'threads/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'threads/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, id FROM removed UNION ALL SELECT website_id, id FROM added)
        SELECT 'threads' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'threads/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'threads/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, id FROM removed)
        SELECT 'threads' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'threads/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'threads/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_tickets(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_tickets() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, assigned_to_id, created_by_id FROM added)
        SELECT 'tickets' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'tickets/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tickets/assigned_to_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || assigned_to_id END
        FROM (SELECT DISTINCT assigned_to_id FROM touched WHERE assigned_to_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tickets/created_by_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || created_by_id END
        FROM (SELECT DISTINCT created_by_id FROM touched WHERE created_by_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, assigned_to_id, created_by_id FROM removed UNION ALL SELECT website_id, assigned_to_id, created_by_id FROM added)
        SELECT 'tickets' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'tickets/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tickets/assigned_to_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || assigned_to_id END
        FROM (SELECT DISTINCT assigned_to_id FROM touched WHERE assigned_to_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tickets/created_by_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || created_by_id END
        FROM (SELECT DISTINCT created_by_id FROM touched WHERE created_by_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, assigned_to_id, created_by_id FROM removed)
        SELECT 'tickets' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'tickets/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tickets/assigned_to_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || assigned_to_id END
        FROM (SELECT DISTINCT assigned_to_id FROM touched WHERE assigned_to_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tickets/created_by_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || created_by_id END
        FROM (SELECT DISTINCT created_by_id FROM touched WHERE created_by_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_tips(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_tips() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'tips' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'tips/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tips/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'tips' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'tips/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tips/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'tips' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'tips/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'tips/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_user_action_requests(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_user_action_requests() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'user_action_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'user_action_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'user_action_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'user_action_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'user_action_requests' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'user_action_requests/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_user_badges(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_user_badges() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'user_badges' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'user_badges/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'user_badges/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'user_badges' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'user_badges/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'user_badges/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'user_badges' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'user_badges/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'user_badges/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_users(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_users() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, id FROM added)
        SELECT 'users' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'users/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'users/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH before AS (SELECT website_id, id, to_jsonb(removed) - '{last_login_at,failed_logins,login_lock_ends_at,updated_at}'::text[] AS shown FROM removed),
            after AS (SELECT website_id, id, to_jsonb(added) - '{last_login_at,failed_logins,login_lock_ends_at,updated_at}'::text[] AS shown FROM added),
            touched AS ((TABLE before EXCEPT TABLE after) UNION ALL (TABLE after EXCEPT TABLE before))
        SELECT 'users' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'users/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'users/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, id FROM removed)
        SELECT 'users' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'users/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'users/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_wallets(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_wallets() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'wallets' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'wallets/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'wallets' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'wallets/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'wallets' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'wallets/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_websites(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_websites() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT id FROM added)
        SELECT 'websites' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'websites/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT id FROM removed UNION ALL SELECT id FROM added)
        SELECT 'websites' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'websites/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT id FROM removed)
        SELECT 'websites' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'websites/id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || id END
        FROM (SELECT DISTINCT id FROM touched WHERE id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_work_types(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_work_types() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'work_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'work_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'work_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'work_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'work_types' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'work_types/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_writer_bonuses(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_writer_bonuses() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'writer_bonuses' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_bonuses/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_bonuses/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'writer_bonuses' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_bonuses/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_bonuses/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'writer_bonuses' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_bonuses/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_bonuses/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_writer_configs(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_writer_configs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'writer_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'writer_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'writer_configs' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_configs/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_writer_levels(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_writer_levels() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM added)
        SELECT 'writer_levels' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_levels/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed UNION ALL SELECT website_id FROM added)
        SELECT 'writer_levels' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_levels/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id FROM removed)
        SELECT 'writer_levels' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_levels/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_writer_payments(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_writer_payments() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'writer_payments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_payments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_payments/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'writer_payments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_payments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_payments/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'writer_payments' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_payments/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_payments/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_writer_performance_snapshots(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_writer_performance_snapshots() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'writer_performance_snapshots' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_performance_snapshots/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_performance_snapshots/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'writer_performance_snapshots' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_performance_snapshots/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_performance_snapshots/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'writer_performance_snapshots' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_performance_snapshots/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_performance_snapshots/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_writer_profiles(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_writer_profiles() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM added)
        SELECT 'writer_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_profiles/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed UNION ALL SELECT website_id, user_id FROM added)
        SELECT 'writer_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_profiles/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, user_id FROM removed)
        SELECT 'writer_profiles' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_profiles/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_profiles/user_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || user_id END
        FROM (SELECT DISTINCT user_id FROM touched WHERE user_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: invalidate_writer_subject_preferences(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invalidate_writer_subject_preferences() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM added)
        SELECT 'writer_subject_preferences' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_subject_preferences/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_subject_preferences/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed UNION ALL SELECT website_id, writer_id FROM added)
        SELECT 'writer_subject_preferences' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_subject_preferences/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_subject_preferences/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.cache_outbox (tag)
        WITH touched AS (SELECT website_id, writer_id FROM removed)
        SELECT 'writer_subject_preferences' WHERE EXISTS (SELECT FROM touched)
        UNION ALL SELECT DISTINCT 'writer_subject_preferences/website_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || website_id END
        FROM (SELECT DISTINCT website_id FROM touched WHERE website_id IS NOT NULL) narrowed
        UNION ALL SELECT DISTINCT 'writer_subject_preferences/writer_id' || CASE WHEN count(*) OVER () > 500 THEN '' ELSE '=' || writer_id END
        FROM (SELECT DISTINCT writer_id FROM touched WHERE writer_id IS NOT NULL) narrowed;
    ELSE
        INSERT INTO public.cache_outbox (tag) VALUES ('*');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: ledger_balanced(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.ledger_balanced() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    legs bigint;
    total numeric;
BEGIN
    SELECT count(*), sum(amount_cents) INTO legs, total FROM ledger_entries WHERE transfer_id = NEW.transfer_id;
    IF legs < 2 OR total <> 0 THEN
        RAISE EXCEPTION 'transfer % does not balance: % entries, sum %', NEW.transfer_id, legs, total
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('tally.retention', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is sealed: its rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;


--
-- Name: refuse_ledger_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_ledger_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is the ledger: its rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;


--
-- Name: touch_updated_at(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: academic_levels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.academic_levels (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    price_factor_bp integer DEFAULT 10000 NOT NULL,
    is_technical boolean DEFAULT false NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT academic_levels_price_factor_bp_check CHECK ((price_factor_bp >= 0))
);


--
-- Name: academic_levels_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.academic_levels ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.academic_levels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: additional_services; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.additional_services (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    cost_cents bigint NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT additional_services_cost_cents_check CHECK ((cost_cents >= 0))
);


--
-- Name: additional_services_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.additional_services ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.additional_services_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: advance_payments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.advance_payments (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    requested_cents bigint NOT NULL,
    approved_cents bigint,
    disbursed_cents bigint DEFAULT 0 NOT NULL,
    repaid_cents bigint DEFAULT 0 NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    review_notes text,
    disbursed_at timestamp with time zone,
    repaid_at timestamp with time zone,
    ledger_transfer_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT advance_payments_approved_cents_check CHECK ((approved_cents >= 0)),
    CONSTRAINT advance_payments_disbursed_cents_check CHECK ((disbursed_cents >= 0)),
    CONSTRAINT advance_payments_repaid_cents_check CHECK ((repaid_cents >= 0)),
    CONSTRAINT advance_payments_repaid_check CHECK ((repaid_cents <= disbursed_cents)),
    CONSTRAINT advance_payments_requested_cents_check CHECK ((requested_cents >= 0)),
    CONSTRAINT advance_payments_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'approved'::character varying, 'rejected'::character varying, 'disbursed'::character varying, 'repaid'::character varying, 'cancelled'::character varying])::text[])))
);


--
-- Name: advance_payments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.advance_payments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advance_payments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_log (
    id bigint NOT NULL,
    website_id bigint,
    actor_id bigint,
    actor_role character varying(20),
    action_type character varying(30) DEFAULT 'other'::character varying NOT NULL,
    action character varying(255) NOT NULL,
    target_type character varying(50),
    target_id bigint,
    before jsonb,
    after jsonb,
    ip character varying(45),
    user_agent character varying(255),
    request_id character varying(64),
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: audit_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: badges; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.badges (
    id bigint NOT NULL,
    website_id bigint,
    name character varying(100) NOT NULL,
    audience character varying(8) NOT NULL,
    type character varying(12) DEFAULT 'performance'::character varying NOT NULL,
    icon character varying(100),
    description text DEFAULT ''::text NOT NULL,
    rule_code character varying(50),
    auto_award boolean DEFAULT true NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT badges_audience_check CHECK (((audience)::text = ANY ((ARRAY['writer'::character varying, 'client'::character varying])::text[]))),
    CONSTRAINT badges_type_check CHECK (((type)::text = ANY ((ARRAY['performance'::character varying, 'loyalty'::character varying, 'behavioral'::character varying, 'special'::character varying])::text[])))
);


--
-- Name: badges_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.badges ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.badges_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: blacklisted_emails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.blacklisted_emails (
    id bigint NOT NULL,
    website_id bigint,
    email character varying(254) NOT NULL,
    user_id bigint,
    reason text,
    blacklisted_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: blacklisted_emails_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.blacklisted_emails ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blacklisted_emails_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: broadcast_views; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.broadcast_views (
    id bigint NOT NULL,
    website_id bigint,
    broadcast_id bigint NOT NULL,
    user_id bigint NOT NULL,
    viewed_at timestamp with time zone DEFAULT now() NOT NULL,
    seconds_spent integer DEFAULT 0 NOT NULL,
    acknowledged_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: broadcast_views_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.broadcast_views ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadcast_views_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: broadcasts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.broadcasts (
    id bigint NOT NULL,
    website_id bigint,
    kind character varying(12) NOT NULL,
    category character varying(20) DEFAULT 'general'::character varying NOT NULL,
    title character varying(255) NOT NULL,
    body text NOT NULL,
    audience jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_pinned boolean DEFAULT false NOT NULL,
    require_acknowledgement boolean DEFAULT false NOT NULL,
    image_key character varying(255),
    status character varying(10) DEFAULT 'draft'::character varying NOT NULL,
    scheduled_at timestamp with time zone,
    sent_at timestamp with time zone,
    recipients_count integer DEFAULT 0 NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT broadcasts_kind_check CHECK (((kind)::text = ANY ((ARRAY['mass_email'::character varying, 'digest'::character varying, 'broadcast'::character varying, 'announcement'::character varying])::text[]))),
    CONSTRAINT broadcasts_status_check CHECK (((status)::text = ANY ((ARRAY['draft'::character varying, 'scheduled'::character varying, 'sending'::character varying, 'sent'::character varying, 'cancelled'::character varying, 'failed'::character varying])::text[])))
);


--
-- Name: broadcasts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.broadcasts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadcasts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cache_outbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cache_outbox (
    id bigint NOT NULL,
    txid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    tag character varying(200) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.02');


--
-- Name: cache_outbox_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cache_outbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cache_outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: class_bundle_configs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.class_bundle_configs (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    duration character varying(50) NOT NULL,
    level character varying(10) NOT NULL,
    bundle_size integer NOT NULL,
    price_per_class_cents bigint NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT class_bundle_configs_level_check CHECK (((level)::text = ANY ((ARRAY['undergrad'::character varying, 'grad'::character varying])::text[]))),
    CONSTRAINT class_bundle_configs_price_per_class_cents_check CHECK ((price_per_class_cents >= 0)),
    CONSTRAINT class_bundle_configs_size_check CHECK ((bundle_size > 0))
);


--
-- Name: class_bundle_configs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.class_bundle_configs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.class_bundle_configs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: class_bundles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.class_bundles (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint NOT NULL,
    assigned_writer_id bigint,
    config_id bigint,
    created_by_admin_id bigint,
    pricing_source character varying(8) DEFAULT 'config'::character varying NOT NULL,
    status character varying(12) DEFAULT 'in_progress'::character varying NOT NULL,
    level character varying(10) NOT NULL,
    duration character varying(50) DEFAULT ''::character varying NOT NULL,
    bundle_size integer,
    number_of_classes integer DEFAULT 0 NOT NULL,
    starts_on date,
    ends_on date,
    price_per_class_cents bigint,
    total_price_cents bigint DEFAULT 0 NOT NULL,
    original_price_cents bigint,
    deposit_required_cents bigint DEFAULT 0 NOT NULL,
    deposit_paid_cents bigint DEFAULT 0 NOT NULL,
    paid_cents bigint DEFAULT 0 NOT NULL,
    installments_enabled boolean DEFAULT false NOT NULL,
    installment_count integer DEFAULT 0 NOT NULL,
    completed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    discount_id bigint,
    CONSTRAINT class_bundles_deposit_paid_cents_check CHECK ((deposit_paid_cents >= 0)),
    CONSTRAINT class_bundles_deposit_required_cents_check CHECK ((deposit_required_cents >= 0)),
    CONSTRAINT class_bundles_level_check CHECK (((level)::text = ANY ((ARRAY['undergrad'::character varying, 'grad'::character varying])::text[]))),
    CONSTRAINT class_bundles_original_price_cents_check CHECK ((original_price_cents >= 0)),
    CONSTRAINT class_bundles_paid_cents_check CHECK ((paid_cents >= 0)),
    CONSTRAINT class_bundles_paid_check CHECK (((paid_cents <= total_price_cents) AND (deposit_paid_cents <= paid_cents))),
    CONSTRAINT class_bundles_price_per_class_cents_check CHECK ((price_per_class_cents >= 0)),
    CONSTRAINT class_bundles_pricing_source_check CHECK (((pricing_source)::text = ANY ((ARRAY['config'::character varying, 'manual'::character varying])::text[]))),
    CONSTRAINT class_bundles_status_check CHECK (((status)::text = ANY ((ARRAY['not_started'::character varying, 'in_progress'::character varying, 'exhausted'::character varying, 'completed'::character varying])::text[]))),
    CONSTRAINT class_bundles_total_price_cents_check CHECK ((total_price_cents >= 0))
);


--
-- Name: class_bundles_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.class_bundles ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.class_bundles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: client_profiles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client_profiles (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    user_id bigint NOT NULL,
    registration_id character varying(50) NOT NULL,
    loyalty_points integer DEFAULT 0 NOT NULL,
    loyalty_tier_id bigint,
    total_spent_cents bigint DEFAULT 0 NOT NULL,
    company character varying(150),
    is_locked boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT client_profiles_points_check CHECK ((loyalty_points >= 0)),
    CONSTRAINT client_profiles_total_spent_cents_check CHECK ((total_spent_cents >= 0))
);


--
-- Name: client_profiles_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.client_profiles ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.client_profiles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: discount_usages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.discount_usages (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    discount_id bigint NOT NULL,
    user_id bigint NOT NULL,
    order_id bigint,
    applied_amount_cents bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT discount_usages_applied_amount_cents_check CHECK ((applied_amount_cents >= 0))
);


--
-- Name: discount_usages_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.discount_usages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.discount_usages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: discounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.discounts (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    code character varying(50) NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    discount_type character varying(8) NOT NULL,
    origin_type character varying(10) DEFAULT 'manual'::character varying NOT NULL,
    amount_cents bigint,
    percent numeric(5,2),
    used_count integer DEFAULT 0 NOT NULL,
    usage_limit integer,
    per_user_usage_limit integer,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    min_order_cents bigint DEFAULT 0 NOT NULL,
    max_discount_cents bigint,
    max_discount_pct numeric(5,2),
    is_general boolean DEFAULT true NOT NULL,
    assigned_to_client_id bigint,
    campaign_id bigint,
    stackable boolean DEFAULT false NOT NULL,
    stacking_priority integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    archived_at timestamp with time zone,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT discounts_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT discounts_code_check CHECK (((code)::text = upper((code)::text))),
    CONSTRAINT discounts_discount_type_check CHECK (((discount_type)::text = ANY ((ARRAY['fixed'::character varying, 'percent'::character varying])::text[]))),
    CONSTRAINT discounts_max_discount_cents_check CHECK ((max_discount_cents >= 0)),
    CONSTRAINT discounts_max_discount_pct_check CHECK ((max_discount_pct >= (0)::numeric)),
    CONSTRAINT discounts_min_order_cents_check CHECK ((min_order_cents >= 0)),
    CONSTRAINT discounts_origin_type_check CHECK (((origin_type)::text = ANY ((ARRAY['manual'::character varying, 'automatic'::character varying, 'system'::character varying, 'client'::character varying, 'promo'::character varying])::text[]))),
    CONSTRAINT discounts_percent_check CHECK ((percent >= (0)::numeric)),
    CONSTRAINT discounts_usage_check CHECK (((usage_limit IS NULL) OR (used_count <= usage_limit))),
    CONSTRAINT discounts_value_check CHECK (
CASE discount_type
    WHEN 'fixed'::text THEN ((amount_cents IS NOT NULL) AND (percent IS NULL))
    ELSE ((percent <= (100)::numeric) AND (percent IS NOT NULL) AND (amount_cents IS NULL))
END)
);


--
-- Name: discounts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.discounts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.discounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: dispute_responses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dispute_responses (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    dispute_id bigint NOT NULL,
    responded_by_id bigint NOT NULL,
    body text NOT NULL,
    file_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: dispute_responses_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.dispute_responses ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dispute_responses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: disputes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disputes (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint,
    raised_by_id bigint,
    assigned_to_id bigint,
    status character varying(10) DEFAULT 'open'::character varying NOT NULL,
    reason_code character varying(16) DEFAULT 'other'::character varying NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    resolution_outcome character varying(16),
    resolution_notes text,
    writer_responded_at timestamp with time zone,
    extended_deadline_at timestamp with time zone,
    sla_due_at timestamp with time zone,
    resolved_at timestamp with time zone,
    resolved_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT disputes_reason_code_check CHECK (((reason_code)::text = ANY ((ARRAY['quality'::character varying, 'late'::character varying, 'plagiarism'::character varying, 'instructions'::character varying, 'payment'::character varying, 'no_show'::character varying, 'conduct'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT disputes_resolution_outcome_check CHECK (((resolution_outcome)::text = ANY ((ARRAY['writer_wins'::character varying, 'client_wins'::character varying, 'extend_deadline'::character varying, 'reassign'::character varying, 'partial'::character varying, 'dismissed'::character varying])::text[]))),
    CONSTRAINT disputes_resolved_check CHECK ((((status)::text <> 'resolved'::text) OR (resolved_at IS NOT NULL))),
    CONSTRAINT disputes_status_check CHECK (((status)::text = ANY ((ARRAY['open'::character varying, 'assigned'::character varying, 'in_review'::character varying, 'resolved'::character varying, 'escalated'::character varying, 'closed'::character varying])::text[]))),
    CONSTRAINT disputes_subject_check CHECK ((order_id IS NOT NULL))
);


--
-- Name: disputes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.disputes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disputes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: editor_tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.editor_tasks (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    editor_id bigint,
    assigned_by_id bigint,
    assignment_type character varying(10) DEFAULT 'auto'::character varying NOT NULL,
    status character varying(12) DEFAULT 'pending'::character varying NOT NULL,
    assigned_at timestamp with time zone DEFAULT now() NOT NULL,
    deadline_at timestamp with time zone,
    started_at timestamp with time zone,
    reviewed_at timestamp with time zone,
    quality_score numeric(4,2),
    is_approved boolean,
    requires_revision boolean DEFAULT false NOT NULL,
    editor_rating smallint,
    notes text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT editor_tasks_assignment_type_check CHECK (((assignment_type)::text = ANY ((ARRAY['auto'::character varying, 'manual'::character varying, 'claimed'::character varying])::text[]))),
    CONSTRAINT editor_tasks_rating_check CHECK (((editor_rating >= 1) AND (editor_rating <= 5))),
    CONSTRAINT editor_tasks_score_check CHECK (((quality_score >= (0)::numeric) AND (quality_score <= (10)::numeric))),
    CONSTRAINT editor_tasks_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'in_review'::character varying, 'completed'::character varying, 'rejected'::character varying, 'unclaimed'::character varying])::text[])))
);


--
-- Name: editor_tasks_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.editor_tasks ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.editor_tasks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: english_types; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.english_types (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    price_factor_bp integer DEFAULT 10000 NOT NULL,
    is_technical boolean DEFAULT false NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT english_types_price_factor_bp_check CHECK ((price_factor_bp >= 0))
);


--
-- Name: english_types_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.english_types ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.english_types_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: express_classes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.express_classes (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint NOT NULL,
    assigned_writer_id bigint,
    status character varying(12) DEFAULT 'inquiry'::character varying NOT NULL,
    starts_on date,
    ends_on date,
    discipline character varying(255),
    institution character varying(255),
    course character varying(255),
    academic_level character varying(100),
    workload jsonb DEFAULT '{}'::jsonb NOT NULL,
    instructions text DEFAULT ''::text NOT NULL,
    price_cents bigint,
    price_approved boolean DEFAULT false NOT NULL,
    installments_needed integer DEFAULT 0 NOT NULL,
    school_login_enc bytea,
    scope_review_notes text,
    admin_notes text,
    reviewed_by_id bigint,
    reviewed_at timestamp with time zone,
    completed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT express_classes_price_cents_check CHECK ((price_cents >= 0)),
    CONSTRAINT express_classes_status_check CHECK (((status)::text = ANY ((ARRAY['inquiry'::character varying, 'scope_review'::character varying, 'priced'::character varying, 'assigned'::character varying, 'in_progress'::character varying, 'completed'::character varying, 'cancelled'::character varying])::text[])))
);


--
-- Name: express_classes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.express_classes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.express_classes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.files (
    id bigint NOT NULL,
    website_id bigint,
    uploader_id bigint,
    storage_key character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    mime character varying(100) NOT NULL,
    size_bytes bigint NOT NULL,
    sha256 bytea,
    kind character varying(10) DEFAULT 'other'::character varying NOT NULL,
    scan_status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT files_kind_check CHECK (((kind)::text = ANY ((ARRAY['image'::character varying, 'document'::character varying, 'audio'::character varying, 'video'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT files_scan_status_check CHECK (((scan_status)::text = ANY ((ARRAY['pending'::character varying, 'clean'::character varying, 'infected'::character varying])::text[]))),
    CONSTRAINT files_size_check CHECK ((size_bytes >= 0))
);


--
-- Name: files_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.files ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: fines; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fines (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    amount_cents bigint NOT NULL,
    reason text NOT NULL,
    fine_type character varying(24) NOT NULL,
    status character varying(10) DEFAULT 'issued'::character varying NOT NULL,
    issued_by_id bigint,
    imposed_at timestamp with time zone DEFAULT now() NOT NULL,
    resolved_at timestamp with time zone,
    resolved_reason text,
    waived_by_id bigint,
    waived_at timestamp with time zone,
    waiver_reason text,
    voided_at timestamp with time zone,
    ledger_transfer_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT fines_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT fines_fine_type_check CHECK (((fine_type)::text = ANY ((ARRAY['late_submission'::character varying, 'quality'::character varying, 'plagiarism'::character varying, 'inactivity'::character varying, 'comm_breach'::character varying, 'excessive_revisions'::character varying, 'extension_overuse'::character varying, 'manual_violation'::character varying, 'privacy_violation'::character varying, 'late_reassignment'::character varying, 'dropping_order_late'::character varying, 'wrong_files'::character varying])::text[]))),
    CONSTRAINT fines_status_check CHECK (((status)::text = ANY ((ARRAY['issued'::character varying, 'appealed'::character varying, 'disputed'::character varying, 'escalated'::character varying, 'resolved'::character varying, 'waived'::character varying, 'voided'::character varying])::text[])))
);


--
-- Name: fines_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.fines ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: formatting_styles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.formatting_styles (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    price_factor_bp integer DEFAULT 10000 NOT NULL,
    is_technical boolean DEFAULT false NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT formatting_styles_price_factor_bp_check CHECK ((price_factor_bp >= 0))
);


--
-- Name: formatting_styles_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.formatting_styles ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.formatting_styles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: idempotency_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency_keys (
    id bigint NOT NULL,
    user_id bigint,
    key character varying(255) NOT NULL,
    endpoint character varying(150) NOT NULL,
    request_hash bytea NOT NULL,
    status_code smallint,
    response_headers jsonb,
    response_body bytea,
    completed_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.02');


--
-- Name: idempotency_keys_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.idempotency_keys ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.idempotency_keys_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: installments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.installments (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    class_bundle_id bigint,
    special_order_id bigint,
    order_id bigint,
    installment_number integer DEFAULT 1 NOT NULL,
    amount_cents bigint NOT NULL,
    due_on date,
    paid_at timestamp with time zone,
    paid_by_id bigint,
    payment_id bigint,
    cancelled_at timestamp with time zone,
    notes text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    invoice_id bigint,
    CONSTRAINT installments_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT installments_owner_check CHECK ((num_nonnulls(class_bundle_id, special_order_id, order_id, invoice_id) = 1)),
    CONSTRAINT installments_state_check CHECK (((paid_at IS NULL) OR (cancelled_at IS NULL)))
);


--
-- Name: installments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.installments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.installments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: invoices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invoices (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint,
    recipient_email character varying(254) NOT NULL,
    recipient_name character varying(150) NOT NULL,
    issued_by_id bigint,
    order_id bigint,
    special_order_id bigint,
    class_bundle_id bigint,
    express_class_id bigint,
    title character varying(255) NOT NULL,
    purpose character varying(255) DEFAULT ''::character varying NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    amount_cents bigint NOT NULL,
    currency character varying(3) DEFAULT 'USD'::character varying NOT NULL,
    due_on date NOT NULL,
    reference_id uuid DEFAULT gen_random_uuid() NOT NULL,
    sent_at timestamp with time zone,
    paid_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invoices_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT invoices_state_check CHECK (((paid_at IS NULL) OR (cancelled_at IS NULL))),
    CONSTRAINT invoices_subject_check CHECK ((num_nonnulls(order_id, special_order_id, class_bundle_id, express_class_id) <= 1))
);


--
-- Name: invoices_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.invoices ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.invoices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ledger_entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ledger_entries (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    transfer_id bigint NOT NULL,
    wallet_id bigint NOT NULL,
    amount_cents bigint NOT NULL,
    balance_after_cents bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ledger_entries_amount_check CHECK ((amount_cents <> 0))
);


--
-- Name: ledger_entries_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ledger_entries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ledger_entries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ledger_transfers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ledger_transfers (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    reference character varying(100) NOT NULL,
    description character varying(255) DEFAULT ''::character varying NOT NULL,
    reverses_id bigint,
    created_by_id bigint,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ledger_transfers_kind_check CHECK (((kind)::text = ANY ((ARRAY['top_up'::character varying, 'payment'::character varying, 'refund'::character varying, 'withdrawal'::character varying, 'tip'::character varying, 'fine'::character varying, 'bonus'::character varying, 'writer_payment'::character varying, 'referral_bonus'::character varying, 'loyalty'::character varying, 'escrow_fund'::character varying, 'escrow_release'::character varying, 'escrow_refund'::character varying, 'fee'::character varying, 'adjustment'::character varying, 'reversal'::character varying])::text[]))),
    CONSTRAINT ledger_transfers_reversal_check CHECK ((((kind)::text = 'reversal'::text) = (reverses_id IS NOT NULL)))
);


--
-- Name: ledger_transfers_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ledger_transfers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ledger_transfers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: loyalty_configs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.loyalty_configs (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    points_per_unit numeric(8,2) DEFAULT 1 NOT NULL,
    cents_per_point numeric(10,4) DEFAULT 1 NOT NULL,
    min_conversion_points integer DEFAULT 0 NOT NULL,
    max_conversion_cents bigint,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT loyalty_configs_max_conversion_cents_check CHECK ((max_conversion_cents >= 0))
);


--
-- Name: loyalty_configs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.loyalty_configs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.loyalty_configs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: loyalty_tiers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.loyalty_tiers (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(50) NOT NULL,
    threshold integer NOT NULL,
    discount_pct numeric(5,2) DEFAULT 0 NOT NULL,
    perks text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT loyalty_tiers_discount_pct_check CHECK ((discount_pct >= (0)::numeric)),
    CONSTRAINT loyalty_tiers_threshold_check CHECK ((threshold >= 0))
);


--
-- Name: loyalty_tiers_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.loyalty_tiers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.loyalty_tiers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: loyalty_transactions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.loyalty_transactions (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint NOT NULL,
    transaction_type character varying(8) NOT NULL,
    points integer NOT NULL,
    source character varying(30) DEFAULT 'manual'::character varying NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    order_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    redemption_request_id bigint,
    CONSTRAINT loyalty_transactions_points_check CHECK ((points > 0)),
    CONSTRAINT loyalty_transactions_transaction_type_check CHECK (((transaction_type)::text = ANY ((ARRAY['add'::character varying, 'redeem'::character varying, 'deduct'::character varying])::text[])))
);


--
-- Name: loyalty_transactions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.loyalty_transactions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.loyalty_transactions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: message_flags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_flags (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    message_id bigint NOT NULL,
    reason text NOT NULL,
    matched text[] DEFAULT '{}'::text[] NOT NULL,
    reviewed_by_id bigint,
    reviewed_at timestamp with time zone,
    admin_comment text,
    is_unblocked boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: message_flags_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.message_flags ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.message_flags_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: message_reactions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_reactions (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    message_id bigint NOT NULL,
    user_id bigint NOT NULL,
    reaction character varying(10) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT message_reactions_reaction_check CHECK (((reaction)::text = ANY ((ARRAY['👍'::character varying, '❤️'::character varying, '😊'::character varying, '🎉'::character varying, '✅'::character varying, '❌'::character varying, '⚠️'::character varying, '💡'::character varying])::text[])))
);


--
-- Name: message_reactions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.message_reactions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.message_reactions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: message_receipts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_receipts (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    message_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    user_id bigint NOT NULL,
    delivery_status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    delivery_attempts smallint DEFAULT 0 NOT NULL,
    last_attempt_at timestamp with time zone,
    delivered_at timestamp with time zone,
    read_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT message_receipts_delivery_status_check CHECK (((delivery_status)::text = ANY ((ARRAY['pending'::character varying, 'delivered'::character varying, 'read'::character varying, 'failed'::character varying])::text[]))),
    CONSTRAINT message_receipts_read_check CHECK ((((delivery_status)::text = 'read'::text) = (read_at IS NOT NULL)))
)
WITH (fillfactor='85');


--
-- Name: message_receipts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.message_receipts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.message_receipts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.messages (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    recipient_id bigint,
    sender_role character varying(12) NOT NULL,
    body text NOT NULL,
    message_type character varying(8) DEFAULT 'text'::character varying NOT NULL,
    is_internal_note boolean DEFAULT false NOT NULL,
    attachment_file_id bigint,
    link_url character varying(2000),
    link_domain character varying(255),
    link_preview jsonb,
    is_link_approved boolean DEFAULT false NOT NULL,
    is_hidden boolean DEFAULT false NOT NULL,
    is_archived boolean DEFAULT false NOT NULL,
    is_system boolean DEFAULT false NOT NULL,
    is_flagged boolean DEFAULT false NOT NULL,
    is_unblocked boolean DEFAULT false NOT NULL,
    visible_to_roles text[] DEFAULT '{}'::text[] NOT NULL,
    reply_to_id bigint,
    sent_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    deleted_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT messages_message_type_check CHECK (((message_type)::text = ANY ((ARRAY['text'::character varying, 'file'::character varying, 'link'::character varying, 'image'::character varying, 'system'::character varying, 'video'::character varying, 'audio'::character varying, 'note'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT messages_sender_role_check CHECK (((sender_role)::text = ANY ((ARRAY['superadmin'::character varying, 'admin'::character varying, 'editor'::character varying, 'support'::character varying, 'writer'::character varying, 'client'::character varying])::text[])))
);


--
-- Name: messages_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.messages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: notification_deliveries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notification_deliveries (
    id bigint NOT NULL,
    website_id bigint,
    notification_id bigint,
    broadcast_id bigint,
    user_id bigint,
    channel character varying(8) NOT NULL,
    address character varying(254),
    subject character varying(255),
    body text DEFAULT ''::text NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    error text,
    provider_id character varying(100),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notification_deliveries_channel_check CHECK (((channel)::text = ANY ((ARRAY['email'::character varying, 'push'::character varying, 'sms'::character varying])::text[]))),
    CONSTRAINT notification_deliveries_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'sent'::character varying, 'failed'::character varying, 'bounced'::character varying, 'cancelled'::character varying])::text[])))
);


--
-- Name: notification_deliveries_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notification_deliveries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notification_deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: notification_preferences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notification_preferences (
    id bigint NOT NULL,
    website_id bigint,
    user_id bigint NOT NULL,
    category character varying(20) NOT NULL,
    channel character varying(8) NOT NULL,
    is_enabled boolean DEFAULT true NOT NULL,
    is_digest boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notification_preferences_category_check CHECK (((category)::text = ANY ((ARRAY['info'::character varying, 'warning'::character varying, 'error'::character varying, 'announcement'::character varying, 'news'::character varying, 'social'::character varying, 'new_job_alert'::character varying, 'job_reminder'::character varying, 'job_acceptance'::character varying, 'settings_changes'::character varying])::text[]))),
    CONSTRAINT notification_preferences_channel_check CHECK (((channel)::text = ANY ((ARRAY['in_app'::character varying, 'email'::character varying, 'push'::character varying, 'sms'::character varying])::text[])))
);


--
-- Name: notification_preferences_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notification_preferences ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notification_preferences_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: notifications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notifications (
    id bigint NOT NULL,
    website_id bigint,
    user_id bigint NOT NULL,
    actor_id bigint,
    category character varying(20) DEFAULT 'info'::character varying NOT NULL,
    event character varying(60) NOT NULL,
    title character varying(200) DEFAULT ''::character varying NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    link character varying(500),
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    priority smallint DEFAULT 5 NOT NULL,
    is_critical boolean DEFAULT false NOT NULL,
    dedupe_key character varying(100),
    read_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    pinned_at timestamp with time zone,
    expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notifications_category_check CHECK (((category)::text = ANY ((ARRAY['info'::character varying, 'warning'::character varying, 'error'::character varying, 'announcement'::character varying, 'news'::character varying, 'social'::character varying, 'new_job_alert'::character varying, 'job_reminder'::character varying, 'job_acceptance'::character varying, 'settings_changes'::character varying])::text[]))),
    CONSTRAINT notifications_priority_check CHECK (((priority >= 1) AND (priority <= 10)))
);


--
-- Name: notifications_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notifications ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_assignments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_assignments (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    previous_writer_id bigint,
    assigned_by_id bigint,
    source character varying(12) DEFAULT 'admin'::character varying NOT NULL,
    status character varying(10) DEFAULT 'accepted'::character varying NOT NULL,
    reason text,
    responded_at timestamp with time zone,
    ended_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT order_assignments_source_check CHECK (((source)::text = ANY ((ARRAY['admin'::character varying, 'request'::character varying, 'take'::character varying, 'preferred'::character varying, 'auto'::character varying])::text[]))),
    CONSTRAINT order_assignments_status_check CHECK (((status)::text = ANY ((ARRAY['offered'::character varying, 'accepted'::character varying, 'declined'::character varying, 'ended'::character varying])::text[])))
);


--
-- Name: order_assignments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_assignments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_assignments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_change_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_change_requests (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    requested_by_id bigint NOT NULL,
    request_type character varying(20) NOT NULL,
    title character varying(255) DEFAULT ''::character varying NOT NULL,
    additional_pages integer DEFAULT 0 NOT NULL,
    additional_slides integer DEFAULT 0 NOT NULL,
    new_deadline_at timestamp with time zone,
    reason text DEFAULT ''::text NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    estimated_cost_cents bigint,
    final_cost_cents bigint,
    counter_offer jsonb,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT order_change_requests_estimated_cost_cents_check CHECK ((estimated_cost_cents >= 0)),
    CONSTRAINT order_change_requests_final_cost_cents_check CHECK ((final_cost_cents >= 0)),
    CONSTRAINT order_change_requests_request_type_check CHECK (((request_type)::text = ANY ((ARRAY['deadline_extension'::character varying, 'page_increase'::character varying, 'slide_increase'::character varying, 'draft'::character varying, 'reassignment'::character varying, 'revision'::character varying])::text[]))),
    CONSTRAINT order_change_requests_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'accepted'::character varying, 'declined'::character varying])::text[])))
);


--
-- Name: order_change_requests_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_change_requests ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_change_requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_files (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    file_id bigint NOT NULL,
    uploaded_by_id bigint,
    purpose character varying(12) DEFAULT 'other'::character varying NOT NULL,
    is_visible_to_client boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT order_files_purpose_check CHECK (((purpose)::text = ANY ((ARRAY['instructions'::character varying, 'draft'::character varying, 'final'::character varying, 'revision'::character varying, 'other'::character varying])::text[])))
);


--
-- Name: order_files_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_files ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_files_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_items (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    service_id bigint,
    description character varying(255) NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    unit_price_cents bigint NOT NULL,
    amount_cents bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT order_items_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT order_items_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT order_items_unit_price_cents_check CHECK ((unit_price_cents >= 0))
);


--
-- Name: order_items_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_items ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_pricing_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_pricing_snapshots (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    pricing jsonb NOT NULL,
    discount_cents bigint DEFAULT 0 NOT NULL,
    total_price_cents bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT order_pricing_snapshots_discount_cents_check CHECK ((discount_cents >= 0)),
    CONSTRAINT order_pricing_snapshots_total_price_cents_check CHECK ((total_price_cents >= 0))
);


--
-- Name: order_pricing_snapshots_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_pricing_snapshots ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_pricing_snapshots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_requests (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    kind character varying(8) DEFAULT 'request'::character varying NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    expires_at timestamp with time zone,
    reviewed_by_id bigint,
    reviewed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT order_requests_kind_check CHECK (((kind)::text = ANY ((ARRAY['request'::character varying, 'take'::character varying])::text[]))),
    CONSTRAINT order_requests_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'approved'::character varying, 'rejected'::character varying, 'withdrawn'::character varying, 'expired'::character varying])::text[])))
);


--
-- Name: order_requests_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_requests ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_transitions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_transitions (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    user_id bigint,
    old_status character varying(30) NOT NULL,
    new_status character varying(30) NOT NULL,
    action character varying(50) NOT NULL,
    is_automatic boolean DEFAULT false NOT NULL,
    meta jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: order_transitions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_transitions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_transitions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint,
    assigned_writer_id bigint,
    preferred_writer_id bigint,
    placed_by_id bigint,
    completed_by_id bigint,
    previous_order_id bigint,
    topic character varying(255) NOT NULL,
    instructions text DEFAULT ''::text NOT NULL,
    paper_type_id bigint,
    work_type_id bigint,
    subject_id bigint,
    academic_level_id bigint,
    formatting_style_id bigint,
    english_type_id bigint,
    writer_level_id bigint,
    discount_code_used character varying(50),
    number_of_pages integer DEFAULT 0 NOT NULL,
    number_of_slides integer DEFAULT 0 NOT NULL,
    number_of_references integer DEFAULT 0 NOT NULL,
    spacing character varying(10) DEFAULT 'double'::character varying NOT NULL,
    flags text[] DEFAULT '{}'::text[] NOT NULL,
    is_urgent boolean DEFAULT false NOT NULL,
    requires_editing boolean,
    is_public boolean DEFAULT false NOT NULL,
    is_follow_up boolean DEFAULT false NOT NULL,
    status character varying(30) DEFAULT 'created'::character varying NOT NULL,
    client_deadline_at timestamp with time zone,
    writer_deadline_at timestamp with time zone,
    total_price_cents bigint DEFAULT 0 NOT NULL,
    writer_compensation_cents bigint DEFAULT 0 NOT NULL,
    is_paid boolean DEFAULT false NOT NULL,
    paid_at timestamp with time zone,
    assigned_at timestamp with time zone,
    submitted_at timestamp with time zone,
    completed_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    deleted_at timestamp with time zone,
    deleted_by_id bigint,
    delete_reason text,
    restored_at timestamp with time zone,
    restored_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    discount_id bigint,
    CONSTRAINT orders_amounts_check CHECK (((number_of_pages >= 0) AND (number_of_slides >= 0) AND (number_of_references >= 0))),
    CONSTRAINT orders_completed_check CHECK ((((status)::text <> 'completed'::text) OR (completed_at IS NOT NULL))),
    CONSTRAINT orders_flags_check CHECK ((flags <@ ARRAY['UO'::text, 'FCO'::text, 'HVO'::text, 'PO'::text, 'RCO'::text, 'CO'::text, 'LO'::text, 'DO'::text, 'AO'::text, 'EO'::text, 'URO'::text, 'RO'::text])),
    CONSTRAINT orders_paid_check CHECK ((is_paid = (paid_at IS NOT NULL))),
    CONSTRAINT orders_spacing_check CHECK (((spacing)::text = ANY ((ARRAY['single'::character varying, 'double'::character varying])::text[]))),
    CONSTRAINT orders_status_check CHECK (((status)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying, 'in_review'::character varying, 'approved'::character varying, 'rejected'::character varying, 'in_progress'::character varying, 'revision_requested'::character varying, 'on_revision'::character varying, 'revised'::character varying, 'completed'::character varying, 'under_editing'::character varying, 'rated'::character varying, 'reviewed'::character varying, 'closed'::character varying, 'cancelled'::character varying, 'refunded'::character varying, 'created'::character varying, 'reassigned'::character varying, 'unpaid'::character varying, 'pending'::character varying, 'on_hold'::character varying, 'available'::character varying, 'pending_preferred'::character varying, 'pending_writer_assignment'::character varying, 'critical'::character varying, 'assigned'::character varying, 'late'::character varying, 'disputed'::character varying, 'archived'::character varying, 'expired'::character varying, 'under_review'::character varying, 're_opened'::character varying, 'paid'::character varying, 'revision_in_progress'::character varying])::text[]))),
    CONSTRAINT orders_submitted_check CHECK ((((status)::text <> 'submitted'::text) OR (submitted_at IS NOT NULL))),
    CONSTRAINT orders_total_price_cents_check CHECK ((total_price_cents >= 0)),
    CONSTRAINT orders_writer_check CHECK ((((status)::text <> ALL ((ARRAY['in_progress'::character varying, 'submitted'::character varying, 'revision_in_progress'::character varying, 'revised'::character varying])::text[])) OR (assigned_writer_id IS NOT NULL))),
    CONSTRAINT orders_writer_compensation_cents_check CHECK ((writer_compensation_cents >= 0))
)
WITH (fillfactor='85');


--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: paper_types; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.paper_types (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    price_factor_bp integer DEFAULT 10000 NOT NULL,
    is_technical boolean DEFAULT false NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT paper_types_price_factor_bp_check CHECK ((price_factor_bp >= 0))
);


--
-- Name: paper_types_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.paper_types ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.paper_types_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: payment_deletion_messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.payment_deletion_messages (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    message text NOT NULL,
    send_as_notification boolean DEFAULT true NOT NULL,
    send_as_email boolean DEFAULT true NOT NULL,
    email_subject character varying(255),
    is_active boolean DEFAULT true NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: payment_deletion_messages_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.payment_deletion_messages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_deletion_messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: payment_reminder_configs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.payment_reminder_configs (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    deadline_pct numeric(5,2) NOT NULL,
    message text NOT NULL,
    send_as_notification boolean DEFAULT true NOT NULL,
    send_as_email boolean DEFAULT true NOT NULL,
    email_subject character varying(255),
    is_active boolean DEFAULT true NOT NULL,
    display_order integer DEFAULT 0 NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT payment_reminder_configs_deadline_pct_check CHECK ((deadline_pct >= (0)::numeric)),
    CONSTRAINT payment_reminder_configs_range_check CHECK ((deadline_pct <= (100)::numeric))
);


--
-- Name: payment_reminder_configs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.payment_reminder_configs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_reminder_configs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: payment_reminders_sent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.payment_reminders_sent (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    reminder_config_id bigint NOT NULL,
    order_id bigint,
    payment_id bigint,
    client_id bigint NOT NULL,
    sent_as_notification boolean DEFAULT false NOT NULL,
    sent_as_email boolean DEFAULT false NOT NULL,
    sent_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: payment_reminders_sent_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.payment_reminders_sent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_reminders_sent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: payments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.payments (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint,
    recipient_id bigint,
    payment_type character varying(20) NOT NULL,
    order_id bigint,
    special_order_id bigint,
    class_bundle_id bigint,
    tip_id bigint,
    part character varying(12) DEFAULT 'full'::character varying NOT NULL,
    status character varying(20) DEFAULT 'pending'::character varying NOT NULL,
    amount_cents bigint NOT NULL,
    original_amount_cents bigint,
    discount_cents bigint DEFAULT 0 NOT NULL,
    fee_cents bigint DEFAULT 0 NOT NULL,
    refunded_cents bigint DEFAULT 0 NOT NULL,
    currency character varying(3) DEFAULT 'USD'::character varying NOT NULL,
    method character varying(16),
    provider character varying(20),
    provider_intent_id character varying(100),
    transaction_id character varying(100),
    reference_id uuid DEFAULT gen_random_uuid() NOT NULL,
    processed_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    refunded_at timestamp with time zone,
    failure_reason text,
    effective_at timestamp with time zone GENERATED ALWAYS AS (COALESCE(confirmed_at, created_at)) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    discount_id bigint,
    wallet_id bigint,
    invoice_id bigint,
    ledger_transfer_id bigint,
    CONSTRAINT payments_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT payments_discount_cents_check CHECK ((discount_cents >= 0)),
    CONSTRAINT payments_fee_cents_check CHECK ((fee_cents >= 0)),
    CONSTRAINT payments_method_check CHECK (((method)::text = ANY ((ARRAY['card'::character varying, 'credit_card'::character varying, 'debit_card'::character varying, 'boleto'::character varying, 'voucher'::character varying, 'wallet'::character varying, 'bank_transfer'::character varying, 'stripe'::character varying, 'paystack'::character varying, 'flutterwave'::character varying, 'paypal'::character varying, 'mpesa'::character varying, 'manual'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT payments_original_amount_cents_check CHECK ((original_amount_cents >= 0)),
    CONSTRAINT payments_owner_check CHECK ((num_nonnulls(order_id, special_order_id, class_bundle_id, invoice_id, tip_id, wallet_id) = 1)),
    CONSTRAINT payments_part_check CHECK (((part)::text = ANY ((ARRAY['full'::character varying, 'deposit'::character varying, 'installment'::character varying])::text[]))),
    CONSTRAINT payments_payer_check CHECK (((client_id IS NOT NULL) OR ((payment_type)::text = ANY ((ARRAY['invoice'::character varying, 'standard'::character varying])::text[])))),
    CONSTRAINT payments_payment_type_check CHECK (((payment_type)::text = ANY ((ARRAY['standard'::character varying, 'predefined_special'::character varying, 'estimated_special'::character varying, 'special_installment'::character varying, 'class_payment'::character varying, 'wallet_loading'::character varying, 'tip'::character varying, 'invoice'::character varying])::text[]))),
    CONSTRAINT payments_refunded_cents_check CHECK ((refunded_cents >= 0)),
    CONSTRAINT payments_refunded_check CHECK ((refunded_cents <= amount_cents)),
    CONSTRAINT payments_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'unpaid'::character varying, 'succeeded'::character varying, 'completed'::character varying, 'failed'::character varying, 'cancelled'::character varying, 'partially_refunded'::character varying, 'fully_refunded'::character varying, 'refunded'::character varying, 'disputed'::character varying, 'under_review'::character varying])::text[]))),
    CONSTRAINT payments_type_check CHECK ((
CASE payment_type
    WHEN 'standard'::text THEN order_id
    WHEN 'class_payment'::text THEN class_bundle_id
    WHEN 'wallet_loading'::text THEN wallet_id
    WHEN 'tip'::text THEN tip_id
    WHEN 'invoice'::text THEN invoice_id
    ELSE special_order_id
END IS NOT NULL))
);


--
-- Name: payments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.payments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: payout_methods; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.payout_methods (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    user_id bigint NOT NULL,
    method character varying(16) NOT NULL,
    label character varying(100) DEFAULT ''::character varying NOT NULL,
    details_enc bytea NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    verified_at timestamp with time zone,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT payout_methods_method_check CHECK (((method)::text = ANY ((ARRAY['bank_transfer'::character varying, 'paypal'::character varying, 'crypto'::character varying, 'mpesa'::character varying, 'card'::character varying, 'other'::character varying])::text[])))
);


--
-- Name: payout_methods_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.payout_methods ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payout_methods_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: payout_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.payout_requests (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    user_id bigint NOT NULL,
    amount_cents bigint NOT NULL,
    currency character varying(3) DEFAULT 'USD'::character varying NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    paid_at timestamp with time zone,
    reason text DEFAULT ''::text NOT NULL,
    failure_reason text,
    provider_reference character varying(100),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    payout_method_id bigint,
    hold_transfer_id bigint,
    settle_transfer_id bigint,
    CONSTRAINT payout_requests_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT payout_requests_amount_check CHECK ((amount_cents > 0)),
    CONSTRAINT payout_requests_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'approved'::character varying, 'paid'::character varying, 'rejected'::character varying, 'failed'::character varying, 'cancelled'::character varying])::text[])))
);


--
-- Name: payout_requests_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.payout_requests ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payout_requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: preferred_writer_responses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.preferred_writer_responses (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    order_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    response character varying(10) NOT NULL,
    reason text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT preferred_writer_responses_response_check CHECK (((response)::text = ANY ((ARRAY['accepted'::character varying, 'declined'::character varying])::text[])))
);


--
-- Name: preferred_writer_responses_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.preferred_writer_responses ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.preferred_writer_responses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: promotional_campaigns; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.promotional_campaigns (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(150) NOT NULL,
    status character varying(10) DEFAULT 'draft'::character varying NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    budget_cents bigint DEFAULT 0 NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT promotional_campaigns_budget_cents_check CHECK ((budget_cents >= 0)),
    CONSTRAINT promotional_campaigns_status_check CHECK (((status)::text = ANY ((ARRAY['draft'::character varying, 'active'::character varying, 'paused'::character varying, 'completed'::character varying, 'archived'::character varying])::text[])))
);


--
-- Name: promotional_campaigns_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.promotional_campaigns ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.promotional_campaigns_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: redemption_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.redemption_items (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(150) NOT NULL,
    category character varying(60) DEFAULT ''::character varying NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    points_required integer NOT NULL,
    redemption_type character varying(8) NOT NULL,
    value_cents bigint,
    discount_pct numeric(5,2),
    stock_quantity integer,
    max_per_client integer,
    min_tier_id bigint,
    image_key character varying(255),
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT redemption_items_discount_pct_check CHECK ((discount_pct >= (0)::numeric)),
    CONSTRAINT redemption_items_points_check CHECK (((points_required > 0) AND (stock_quantity >= 0))),
    CONSTRAINT redemption_items_redemption_type_check CHECK (((redemption_type)::text = ANY ((ARRAY['discount'::character varying, 'cash'::character varying, 'product'::character varying, 'service'::character varying, 'voucher'::character varying])::text[]))),
    CONSTRAINT redemption_items_value_cents_check CHECK ((value_cents >= 0))
);


--
-- Name: redemption_items_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.redemption_items ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.redemption_items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: redemption_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.redemption_requests (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint NOT NULL,
    item_id bigint NOT NULL,
    points_used integer NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    fulfillment_code character varying(100),
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    fulfilled_by_id bigint,
    fulfilled_at timestamp with time zone,
    rejection_reason text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT redemption_requests_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'approved'::character varying, 'fulfilled'::character varying, 'rejected'::character varying, 'cancelled'::character varying])::text[])))
);


--
-- Name: redemption_requests_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.redemption_requests ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.redemption_requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: referral_codes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.referral_codes (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    user_id bigint NOT NULL,
    code character varying(50) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: referral_codes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.referral_codes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referral_codes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: referrals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.referrals (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    referrer_id bigint NOT NULL,
    referee_id bigint NOT NULL,
    referral_code character varying(50) NOT NULL,
    source character varying(50),
    referrer_ip character varying(45),
    referee_ip character varying(45),
    bonus_cents bigint DEFAULT 0 NOT NULL,
    bonus_awarded_at timestamp with time zone,
    registration_bonus_at timestamp with time zone,
    is_flagged boolean DEFAULT false NOT NULL,
    flagged_reason text,
    voided_at timestamp with time zone,
    voided_by_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    ledger_transfer_id bigint,
    CONSTRAINT referrals_bonus_cents_check CHECK ((bonus_cents >= 0)),
    CONSTRAINT referrals_self_check CHECK ((referrer_id <> referee_id))
);


--
-- Name: referrals_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.referrals ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referrals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: refunds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refunds (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    client_id bigint,
    type character varying(10) DEFAULT 'manual'::character varying NOT NULL,
    refund_method character varying(8) DEFAULT 'wallet'::character varying NOT NULL,
    wallet_amount_cents bigint DEFAULT 0 NOT NULL,
    external_amount_cents bigint DEFAULT 0 NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    requested_by_id bigint,
    processed_by_id bigint,
    processed_at timestamp with time zone,
    error_message text,
    provider_refund_id character varying(100),
    receipt_code character varying(40),
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    ledger_transfer_id bigint,
    CONSTRAINT refunds_amount_check CHECK (((wallet_amount_cents + external_amount_cents) > 0)),
    CONSTRAINT refunds_external_amount_cents_check CHECK ((external_amount_cents >= 0)),
    CONSTRAINT refunds_processed_check CHECK ((((status)::text <> 'processed'::text) OR (processed_at IS NOT NULL))),
    CONSTRAINT refunds_refund_method_check CHECK (((refund_method)::text = ANY ((ARRAY['wallet'::character varying, 'external'::character varying])::text[]))),
    CONSTRAINT refunds_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'processed'::character varying, 'rejected'::character varying])::text[]))),
    CONSTRAINT refunds_type_check CHECK (((type)::text = ANY ((ARRAY['manual'::character varying, 'automated'::character varying])::text[]))),
    CONSTRAINT refunds_wallet_amount_cents_check CHECK ((wallet_amount_cents >= 0))
);


--
-- Name: refunds_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.refunds ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.refunds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reviews; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reviews (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    reviewer_id bigint NOT NULL,
    reviewed_user_id bigint,
    order_id bigint,
    rating numeric(2,1) NOT NULL,
    title character varying(150),
    comment text DEFAULT ''::text NOT NULL,
    origin character varying(8) DEFAULT 'client'::character varying NOT NULL,
    is_approved boolean DEFAULT false NOT NULL,
    is_shadowed boolean DEFAULT false NOT NULL,
    is_flagged boolean DEFAULT false NOT NULL,
    flag_reason text,
    moderated_at timestamp with time zone,
    moderated_by_id bigint,
    moderation_notes text,
    sentiment character varying(10),
    is_verified boolean DEFAULT false NOT NULL,
    read_at timestamp with time zone,
    response text,
    responded_at timestamp with time zone,
    disputed_at timestamp with time zone,
    dispute_reason text,
    submitted_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reviews_flag_check CHECK (((NOT is_flagged) OR (flag_reason IS NOT NULL))),
    CONSTRAINT reviews_kind_check CHECK (((kind)::text = ANY ((ARRAY['website'::character varying, 'writer'::character varying, 'order'::character varying])::text[]))),
    CONSTRAINT reviews_origin_check CHECK (((origin)::text = ANY ((ARRAY['client'::character varying, 'admin'::character varying])::text[]))),
    CONSTRAINT reviews_rating_check CHECK (((rating >= (1)::numeric) AND (rating <= (5)::numeric))),
    CONSTRAINT reviews_sentiment_check CHECK (((sentiment)::text = ANY ((ARRAY['positive'::character varying, 'neutral'::character varying, 'negative'::character varying])::text[]))),
    CONSTRAINT reviews_subject_check CHECK (
CASE kind
    WHEN 'website'::text THEN (num_nonnulls(reviewed_user_id, order_id) = 0)
    WHEN 'writer'::text THEN ((reviewed_user_id IS NOT NULL) AND (order_id IS NULL))
    ELSE (order_id IS NOT NULL)
END)
);


--
-- Name: reviews_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reviews ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: screened_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.screened_words (
    id bigint NOT NULL,
    website_id bigint,
    word character varying(100) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: screened_words_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.screened_words ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.screened_words_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: seaql_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.seaql_migrations (
    version character varying NOT NULL,
    applied_at bigint NOT NULL
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    family_id uuid NOT NULL,
    parent_id bigint,
    token_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    rotated_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone DEFAULT now() NOT NULL,
    impersonated_by_id bigint,
    revoke_reason character varying(20),
    ip character varying(45),
    user_agent character varying(255),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sessions_revoke_reason_check CHECK (((revoke_reason)::text = ANY ((ARRAY['logout'::character varying, 'reuse'::character varying, 'password_change'::character varying, 'admin'::character varying, 'role_change'::character varying])::text[])))
)
WITH (autovacuum_vacuum_scale_factor='0.02');


--
-- Name: sessions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.sessions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sessions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: special_order_prices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.special_order_prices (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    special_order_type_id bigint NOT NULL,
    duration_days integer NOT NULL,
    price_cents bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT special_order_prices_duration_check CHECK ((duration_days > 0)),
    CONSTRAINT special_order_prices_price_cents_check CHECK ((price_cents >= 0))
);


--
-- Name: special_order_prices_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.special_order_prices ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.special_order_prices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: special_order_types; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.special_order_types (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: special_order_types_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.special_order_types ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.special_order_types_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: special_orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.special_orders (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint NOT NULL,
    writer_id bigint,
    order_type character varying(12) DEFAULT 'estimated'::character varying NOT NULL,
    special_order_type_id bigint,
    inquiry_details text DEFAULT ''::text NOT NULL,
    admin_notes text DEFAULT ''::text NOT NULL,
    duration_days integer NOT NULL,
    price_per_day_cents bigint,
    total_cost_cents bigint,
    deposit_required_cents bigint,
    admin_approved_cost_cents bigint,
    is_approved boolean DEFAULT false NOT NULL,
    admin_marked_paid boolean DEFAULT false NOT NULL,
    files_unlocked boolean DEFAULT false NOT NULL,
    writer_payment_cents bigint,
    writer_payment_pct numeric(5,2),
    status character varying(20) DEFAULT 'inquiry'::character varying NOT NULL,
    completed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT special_orders_admin_approved_cost_cents_check CHECK ((admin_approved_cost_cents >= 0)),
    CONSTRAINT special_orders_completed_check CHECK ((((status)::text <> 'completed'::text) OR (completed_at IS NOT NULL))),
    CONSTRAINT special_orders_deposit_required_cents_check CHECK ((deposit_required_cents >= 0)),
    CONSTRAINT special_orders_order_type_check CHECK (((order_type)::text = ANY ((ARRAY['predefined'::character varying, 'estimated'::character varying])::text[]))),
    CONSTRAINT special_orders_price_per_day_cents_check CHECK ((price_per_day_cents >= 0)),
    CONSTRAINT special_orders_status_check CHECK (((status)::text = ANY ((ARRAY['inquiry'::character varying, 'awaiting_approval'::character varying, 'in_progress'::character varying, 'completed'::character varying])::text[]))),
    CONSTRAINT special_orders_total_cost_cents_check CHECK ((total_cost_cents >= 0)),
    CONSTRAINT special_orders_type_check CHECK ((((order_type)::text <> 'predefined'::text) OR (special_order_type_id IS NOT NULL))),
    CONSTRAINT special_orders_writer_payment_cents_check CHECK ((writer_payment_cents >= 0)),
    CONSTRAINT special_orders_writer_payment_pct_check CHECK ((writer_payment_pct >= (0)::numeric))
);


--
-- Name: special_orders_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.special_orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.special_orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_profiles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_profiles (
    id bigint NOT NULL,
    website_id bigint,
    user_id bigint NOT NULL,
    registration_id character varying(50),
    can_manage_users boolean DEFAULT true NOT NULL,
    can_suspend_users boolean DEFAULT true NOT NULL,
    can_put_on_probation boolean DEFAULT true NOT NULL,
    can_handle_orders boolean DEFAULT true NOT NULL,
    can_resolve_disputes boolean DEFAULT true NOT NULL,
    can_manage_payouts boolean DEFAULT true NOT NULL,
    can_manage_financials boolean DEFAULT true NOT NULL,
    can_manage_tickets boolean DEFAULT true NOT NULL,
    can_view_reports boolean DEFAULT true NOT NULL,
    can_blacklist_users boolean DEFAULT false NOT NULL,
    can_manage_writers boolean DEFAULT false NOT NULL,
    can_manage_clients boolean DEFAULT false NOT NULL,
    can_manage_editors boolean DEFAULT false NOT NULL,
    can_self_assign boolean DEFAULT true NOT NULL,
    max_concurrent_tasks integer DEFAULT 5 NOT NULL,
    last_action_at timestamp with time zone,
    action_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: staff_profiles_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staff_profiles ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.staff_profiles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: subjects; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.subjects (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    code character varying(20),
    description text DEFAULT ''::text NOT NULL,
    icon character varying(100),
    is_technical boolean DEFAULT false NOT NULL,
    instructor_id bigint,
    sort_order integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: subjects_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.subjects ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.subjects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: thread_participants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.thread_participants (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role character varying(12) NOT NULL,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    left_at timestamp with time zone,
    muted_at timestamp with time zone,
    mute_ends_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT thread_participants_role_check CHECK (((role)::text = ANY ((ARRAY['superadmin'::character varying, 'admin'::character varying, 'editor'::character varying, 'support'::character varying, 'writer'::character varying, 'client'::character varying])::text[])))
)
WITH (fillfactor='85');


--
-- Name: thread_participants_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.thread_participants ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.thread_participants_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: threads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.threads (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    thread_type character varying(16) DEFAULT 'client_writer'::character varying NOT NULL,
    order_id bigint,
    special_order_id bigint,
    class_bundle_id bigint,
    subject character varying(255),
    sender_role character varying(12),
    recipient_role character varying(12),
    direct_key character varying(41),
    allow_messaging boolean DEFAULT true NOT NULL,
    admin_override boolean DEFAULT false NOT NULL,
    notifications_enabled boolean DEFAULT true NOT NULL,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT threads_direct_check CHECK ((((thread_type)::text = 'direct'::text) = (direct_key IS NOT NULL))),
    CONSTRAINT threads_recipient_role_check CHECK (((recipient_role)::text = ANY ((ARRAY['superadmin'::character varying, 'admin'::character varying, 'editor'::character varying, 'support'::character varying, 'writer'::character varying, 'client'::character varying])::text[]))),
    CONSTRAINT threads_sender_role_check CHECK (((sender_role)::text = ANY ((ARRAY['superadmin'::character varying, 'admin'::character varying, 'editor'::character varying, 'support'::character varying, 'writer'::character varying, 'client'::character varying])::text[]))),
    CONSTRAINT threads_thread_type_check CHECK (((thread_type)::text = ANY ((ARRAY['client_writer'::character varying, 'order'::character varying, 'internal'::character varying, 'special'::character varying, 'dispute'::character varying, 'general'::character varying, 'revision'::character varying, 'feedback'::character varying, 'clarification'::character varying, 'complaint'::character varying, 'request'::character varying, 'escalation'::character varying, 'announcement'::character varying, 'class_bundle'::character varying, 'support'::character varying, 'account'::character varying, 'custom'::character varying, 'other'::character varying, 'direct'::character varying])::text[]))),
    CONSTRAINT threads_work_check CHECK ((num_nonnulls(order_id, special_order_id, class_bundle_id) <= 1))
)
WITH (fillfactor='85');


--
-- Name: threads_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.threads ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.threads_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: tickets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tickets (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    ticket_no character varying(30) NOT NULL,
    title character varying(255) NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    created_by_id bigint,
    assigned_to_id bigint,
    order_id bigint,
    class_bundle_id bigint,
    category character varying(12) DEFAULT 'general'::character varying NOT NULL,
    identifier character varying(8) DEFAULT 'TICKET'::character varying NOT NULL,
    source character varying(16) DEFAULT 'USERDEFINED'::character varying NOT NULL,
    priority character varying(8),
    level integer DEFAULT 0 NOT NULL,
    is_escalated boolean DEFAULT false NOT NULL,
    escalated_at timestamp with time zone,
    status character varying(20) DEFAULT 'open'::character varying NOT NULL,
    sla_due_at timestamp with time zone,
    first_response_at timestamp with time zone,
    resolved_at timestamp with time zone,
    closed_at timestamp with time zone,
    satisfaction smallint,
    comments text DEFAULT ''::text NOT NULL,
    tz_offset_minutes smallint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tickets_category_check CHECK (((category)::text = ANY ((ARRAY['general'::character varying, 'payment'::character varying, 'technical'::character varying, 'feedback'::character varying, 'order'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT tickets_closed_check CHECK (((closed_at IS NOT NULL) = ((status)::text = ANY ((ARRAY['closed'::character varying, 'cancelled'::character varying])::text[])))),
    CONSTRAINT tickets_identifier_check CHECK (((identifier)::text = ANY ((ARRAY['TICKET'::character varying, 'REQUEST'::character varying])::text[]))),
    CONSTRAINT tickets_level_check CHECK ((level >= 0)),
    CONSTRAINT tickets_priority_check CHECK (((priority)::text = ANY ((ARRAY['low'::character varying, 'medium'::character varying, 'high'::character varying, 'critical'::character varying])::text[]))),
    CONSTRAINT tickets_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5))),
    CONSTRAINT tickets_source_check CHECK (((source)::text = ANY ((ARRAY['USERDEFINED'::character varying, 'SYSTEMGENERATED'::character varying])::text[]))),
    CONSTRAINT tickets_status_check CHECK (((status)::text = ANY ((ARRAY['new'::character varying, 'open'::character varying, 'in_progress'::character varying, 'awaiting_response'::character varying, 'on_hold'::character varying, 'escalated'::character varying, 'resolved'::character varying, 'closed'::character varying, 'cancelled'::character varying])::text[])))
)
WITH (fillfactor='85');


--
-- Name: tickets_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.tickets ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tickets_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: tips; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tips (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    client_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    tip_type character varying(8) NOT NULL,
    order_id bigint,
    class_bundle_id bigint,
    writer_level_id bigint,
    origin character varying(20) DEFAULT 'client'::character varying NOT NULL,
    amount_cents bigint NOT NULL,
    writer_pct numeric(5,2) NOT NULL,
    writer_earning_cents bigint NOT NULL,
    platform_profit_cents bigint NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    payment_status character varying(12) DEFAULT 'pending'::character varying NOT NULL,
    sent_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    ledger_transfer_id bigint,
    CONSTRAINT tips_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT tips_entity_check CHECK (
CASE tip_type
    WHEN 'order'::text THEN ((order_id IS NOT NULL) AND (class_bundle_id IS NULL))
    WHEN 'class'::text THEN ((class_bundle_id IS NOT NULL) AND (order_id IS NULL))
    ELSE (num_nonnulls(order_id, class_bundle_id) = 0)
END),
    CONSTRAINT tips_payment_status_check CHECK (((payment_status)::text = ANY ((ARRAY['pending'::character varying, 'processing'::character varying, 'completed'::character varying, 'failed'::character varying])::text[]))),
    CONSTRAINT tips_platform_profit_cents_check CHECK ((platform_profit_cents >= 0)),
    CONSTRAINT tips_split_check CHECK ((((writer_earning_cents + platform_profit_cents) = amount_cents) AND (writer_pct <= (100)::numeric))),
    CONSTRAINT tips_tip_type_check CHECK (((tip_type)::text = ANY ((ARRAY['direct'::character varying, 'order'::character varying, 'class'::character varying])::text[]))),
    CONSTRAINT tips_writer_earning_cents_check CHECK ((writer_earning_cents >= 0)),
    CONSTRAINT tips_writer_pct_check CHECK ((writer_pct >= (0)::numeric))
);


--
-- Name: tips_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.tips ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tips_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: user_action_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_action_requests (
    id bigint NOT NULL,
    website_id bigint,
    requested_by_id bigint NOT NULL,
    target_user_id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    requested_role character varying(20),
    reason text DEFAULT ''::text NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    decision_note text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_action_requests_kind_check CHECK (((kind)::text = ANY ((ARRAY['role_change'::character varying, 'blacklist_client'::character varying, 'promote_writer'::character varying, 'demote_writer'::character varying, 'writer_probation'::character varying, 'suspend_writer'::character varying, 'suspend_client'::character varying, 'account_deletion'::character varying])::text[]))),
    CONSTRAINT user_action_requests_requested_role_check CHECK (((requested_role)::text = ANY ((ARRAY['superadmin'::character varying, 'admin'::character varying, 'editor'::character varying, 'support'::character varying, 'writer'::character varying, 'client'::character varying])::text[]))),
    CONSTRAINT user_action_requests_role_check CHECK ((((kind)::text = 'role_change'::text) = (requested_role IS NOT NULL))),
    CONSTRAINT user_action_requests_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'approved'::character varying, 'rejected'::character varying])::text[])))
);


--
-- Name: user_action_requests_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.user_action_requests ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.user_action_requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: user_badges; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_badges (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    user_id bigint NOT NULL,
    badge_id bigint NOT NULL,
    awarded_at timestamp with time zone DEFAULT now() NOT NULL,
    is_auto_awarded boolean DEFAULT false NOT NULL,
    notes text,
    revoked_at timestamp with time zone,
    revoked_by_id bigint,
    revoked_reason text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: user_badges_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.user_badges ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.user_badges_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: user_presence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_presence (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    is_online boolean DEFAULT false NOT NULL,
    last_active_at timestamp with time zone DEFAULT now() NOT NULL,
    notifications_seen_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
)
WITH (fillfactor='85');


--
-- Name: user_presence_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.user_presence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.user_presence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id bigint NOT NULL,
    website_id bigint,
    email character varying(254) NOT NULL,
    username character varying(150) NOT NULL,
    password_hash character varying(255) NOT NULL,
    first_name character varying(150) DEFAULT ''::character varying NOT NULL,
    last_name character varying(150) DEFAULT ''::character varying NOT NULL,
    phone_number character varying(30),
    employee_code character varying(50),
    avatar_key character varying(255),
    bio text,
    role character varying(20) DEFAULT 'client'::character varying NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    is_available boolean DEFAULT true NOT NULL,
    location character varying(255),
    country character varying(100),
    state character varying(100),
    timezone character varying(64) DEFAULT 'UTC'::character varying NOT NULL,
    preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    email_verified_at timestamp with time zone,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    last_login_at timestamp with time zone,
    is_suspended boolean DEFAULT false NOT NULL,
    suspension_reason text,
    suspended_at timestamp with time zone,
    suspension_ends_at timestamp with time zone,
    is_blacklisted boolean DEFAULT false NOT NULL,
    is_on_probation boolean DEFAULT false NOT NULL,
    probation_reason text,
    probation_starts_at timestamp with time zone,
    probation_ends_at timestamp with time zone,
    failed_logins smallint DEFAULT 0 NOT NULL,
    login_lock_ends_at timestamp with time zone,
    token_version integer DEFAULT 0 NOT NULL,
    mfa_method character varying(12) DEFAULT 'none'::character varying NOT NULL,
    mfa_secret_enc bytea,
    rating_sum numeric(12,1) DEFAULT 0 NOT NULL,
    rating_count integer DEFAULT 0 NOT NULL,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_email_lower_check CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT users_mfa_method_check CHECK (((mfa_method)::text = ANY ((ARRAY['none'::character varying, 'email_otp'::character varying, 'sms_otp'::character varying, 'totp'::character varying, 'qr_code'::character varying])::text[]))),
    CONSTRAINT users_rating_check CHECK (((rating_count >= 0) AND (rating_sum >= (0)::numeric))),
    CONSTRAINT users_role_check CHECK (((role)::text = ANY ((ARRAY['superadmin'::character varying, 'admin'::character varying, 'editor'::character varying, 'support'::character varying, 'writer'::character varying, 'client'::character varying])::text[]))),
    CONSTRAINT users_suspended_check CHECK (((NOT is_suspended) OR (suspended_at IS NOT NULL))),
    CONSTRAINT users_tenant_check CHECK (((website_id IS NOT NULL) OR ((role)::text <> ALL ((ARRAY['writer'::character varying, 'client'::character varying])::text[]))))
);


--
-- Name: users_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: wallets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.wallets (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    user_id bigint,
    kind character varying(10) DEFAULT 'user'::character varying NOT NULL,
    shard smallint DEFAULT 0 NOT NULL,
    currency character varying(3) DEFAULT 'USD'::character varying NOT NULL,
    balance_cents bigint DEFAULT 0 NOT NULL,
    is_frozen boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT wallets_balance_check CHECK ((((kind)::text <> ALL ((ARRAY['user'::character varying, 'escrow'::character varying])::text[])) OR (balance_cents >= 0))),
    CONSTRAINT wallets_kind_check CHECK (((kind)::text = ANY ((ARRAY['user'::character varying, 'external'::character varying, 'revenue'::character varying, 'payable'::character varying, 'escrow'::character varying, 'promo'::character varying])::text[]))),
    CONSTRAINT wallets_owner_check CHECK ((((kind)::text = 'user'::text) = (user_id IS NOT NULL)))
)
WITH (fillfactor='85');


--
-- Name: wallets_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.wallets ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallets_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: websites; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.websites (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    domain character varying(255) NOT NULL,
    slug character varying(100) NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    theme_color character varying(20),
    contact_email character varying(254),
    contact_phone character varying(30),
    sender_name character varying(100),
    sender_email character varying(254),
    guest_checkout_enabled boolean DEFAULT false NOT NULL,
    currency character varying(3) DEFAULT 'USD'::character varying NOT NULL,
    timezone character varying(64) DEFAULT 'UTC'::character varying NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: websites_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.websites ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.websites_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: work_types; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.work_types (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    price_factor_bp integer DEFAULT 10000 NOT NULL,
    is_technical boolean DEFAULT false NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT work_types_price_factor_bp_check CHECK ((price_factor_bp >= 0))
);


--
-- Name: work_types_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.work_types ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_types_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_bonuses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_bonuses (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    order_id bigint,
    special_order_id bigint,
    class_bundle_id bigint,
    amount_cents bigint NOT NULL,
    category character varying(16) DEFAULT 'other'::character varying NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    granted_by_id bigint,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    paid_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT writer_bonuses_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT writer_bonuses_category_check CHECK (((category)::text = ANY ((ARRAY['performance'::character varying, 'order_completion'::character varying, 'client_tip'::character varying, 'other'::character varying])::text[])))
);


--
-- Name: writer_bonuses_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_bonuses ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_bonuses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_configs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_configs (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    takes_enabled boolean DEFAULT true NOT NULL,
    max_requests_per_writer integer DEFAULT 5 NOT NULL,
    max_takes_per_writer integer DEFAULT 10 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: writer_configs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_configs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_configs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_levels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_levels (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    name character varying(50) NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    earning_mode character varying(28) DEFAULT 'fixed_per_page'::character varying NOT NULL,
    page_cents bigint DEFAULT 0 NOT NULL,
    slide_cents bigint DEFAULT 0 NOT NULL,
    class_cents bigint,
    cost_pct numeric(5,2),
    total_pct numeric(5,2),
    urgency_pct numeric(5,2) DEFAULT 0 NOT NULL,
    urgency_page_cents bigint DEFAULT 0 NOT NULL,
    urgent_hours integer DEFAULT 8 NOT NULL,
    technical_page_cents bigint DEFAULT 0 NOT NULL,
    technical_slide_cents bigint DEFAULT 0 NOT NULL,
    deadline_pct numeric(5,2) DEFAULT 80 NOT NULL,
    tips_pct numeric(5,2) DEFAULT 100 NOT NULL,
    min_orders integer DEFAULT 0 NOT NULL,
    min_rating numeric(3,2) DEFAULT 0 NOT NULL,
    min_takes integer DEFAULT 0 NOT NULL,
    min_completion_pct numeric(5,2),
    max_revision_pct numeric(5,2),
    max_lateness_pct numeric(5,2),
    bonus_per_order_cents bigint DEFAULT 0 NOT NULL,
    bonus_per_rating_cents bigint DEFAULT 0 NOT NULL,
    bonus_rating_threshold numeric(3,2) DEFAULT 4.5 NOT NULL,
    max_orders integer DEFAULT 10 NOT NULL,
    max_requests integer DEFAULT 5 NOT NULL,
    display_order integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT writer_levels_bonus_per_order_cents_check CHECK ((bonus_per_order_cents >= 0)),
    CONSTRAINT writer_levels_bonus_per_rating_cents_check CHECK ((bonus_per_rating_cents >= 0)),
    CONSTRAINT writer_levels_class_cents_check CHECK ((class_cents >= 0)),
    CONSTRAINT writer_levels_cost_pct_check CHECK ((cost_pct >= (0)::numeric)),
    CONSTRAINT writer_levels_deadline_pct_check CHECK ((deadline_pct >= (0)::numeric)),
    CONSTRAINT writer_levels_earning_mode_check CHECK (((earning_mode)::text = ANY ((ARRAY['fixed_per_page'::character varying, 'percentage_of_order_cost'::character varying, 'percentage_of_order_total'::character varying])::text[]))),
    CONSTRAINT writer_levels_max_lateness_pct_check CHECK ((max_lateness_pct >= (0)::numeric)),
    CONSTRAINT writer_levels_max_revision_pct_check CHECK ((max_revision_pct >= (0)::numeric)),
    CONSTRAINT writer_levels_min_completion_pct_check CHECK ((min_completion_pct >= (0)::numeric)),
    CONSTRAINT writer_levels_page_cents_check CHECK ((page_cents >= 0)),
    CONSTRAINT writer_levels_slide_cents_check CHECK ((slide_cents >= 0)),
    CONSTRAINT writer_levels_technical_page_cents_check CHECK ((technical_page_cents >= 0)),
    CONSTRAINT writer_levels_technical_slide_cents_check CHECK ((technical_slide_cents >= 0)),
    CONSTRAINT writer_levels_tips_pct_check CHECK ((tips_pct >= (0)::numeric)),
    CONSTRAINT writer_levels_total_pct_check CHECK ((total_pct >= (0)::numeric)),
    CONSTRAINT writer_levels_urgency_page_cents_check CHECK ((urgency_page_cents >= 0)),
    CONSTRAINT writer_levels_urgency_pct_check CHECK ((urgency_pct >= (0)::numeric))
);


--
-- Name: writer_levels_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_levels ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_levels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_order_priorities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_order_priorities (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    order_id bigint NOT NULL,
    priority character varying(8) DEFAULT 'medium'::character varying NOT NULL,
    notes text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT writer_order_priorities_priority_check CHECK (((priority)::text = ANY ((ARRAY['high'::character varying, 'medium'::character varying, 'low'::character varying])::text[])))
);


--
-- Name: writer_order_priorities_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_order_priorities ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_order_priorities_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_payments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_payments (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    kind character varying(14) DEFAULT 'order'::character varying NOT NULL,
    order_id bigint,
    special_order_id bigint,
    class_bundle_id bigint,
    amount_cents bigint NOT NULL,
    bonuses_cents bigint DEFAULT 0 NOT NULL,
    fines_cents bigint DEFAULT 0 NOT NULL,
    tips_cents bigint DEFAULT 0 NOT NULL,
    currency character varying(3) DEFAULT 'USD'::character varying NOT NULL,
    status character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    period_from_on date,
    period_to_on date,
    due_on date,
    paid_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    ledger_transfer_id bigint,
    CONSTRAINT writer_payments_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT writer_payments_bonuses_cents_check CHECK ((bonuses_cents >= 0)),
    CONSTRAINT writer_payments_fines_cents_check CHECK ((fines_cents >= 0)),
    CONSTRAINT writer_payments_kind_check CHECK (((kind)::text = ANY ((ARRAY['order'::character varying, 'special_order'::character varying, 'class'::character varying, 'installment'::character varying, 'period'::character varying, 'adjustment'::character varying])::text[]))),
    CONSTRAINT writer_payments_paid_check CHECK ((((status)::text = 'paid'::text) = (paid_at IS NOT NULL))),
    CONSTRAINT writer_payments_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'delayed'::character varying, 'paid'::character varying, 'failed'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT writer_payments_tips_cents_check CHECK ((tips_cents >= 0))
);


--
-- Name: writer_payments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_payments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_payments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_performance_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_performance_snapshots (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    period_from_on date NOT NULL,
    period_to_on date NOT NULL,
    total_orders integer DEFAULT 0 NOT NULL,
    completed_orders integer DEFAULT 0 NOT NULL,
    cancelled_orders integer DEFAULT 0 NOT NULL,
    late_orders integer DEFAULT 0 NOT NULL,
    revised_orders integer DEFAULT 0 NOT NULL,
    disputed_orders integer DEFAULT 0 NOT NULL,
    total_pages integer DEFAULT 0 NOT NULL,
    paid_cents bigint DEFAULT 0 NOT NULL,
    bonuses_cents bigint DEFAULT 0 NOT NULL,
    tips_cents bigint DEFAULT 0 NOT NULL,
    client_revenue_cents bigint DEFAULT 0 NOT NULL,
    average_rating numeric(3,2),
    completion_rate numeric(5,2) DEFAULT 0 NOT NULL,
    lateness_rate numeric(5,2) DEFAULT 0 NOT NULL,
    revision_rate numeric(5,2) DEFAULT 0 NOT NULL,
    dispute_rate numeric(5,2) DEFAULT 0 NOT NULL,
    average_turnaround_hours numeric(8,2),
    composite_score numeric(8,2) DEFAULT 0 NOT NULL,
    better_than_pct numeric(5,2) DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT writer_performance_snapshots_better_than_pct_check CHECK ((better_than_pct >= (0)::numeric)),
    CONSTRAINT writer_performance_snapshots_bonuses_cents_check CHECK ((bonuses_cents >= 0)),
    CONSTRAINT writer_performance_snapshots_client_revenue_cents_check CHECK ((client_revenue_cents >= 0)),
    CONSTRAINT writer_performance_snapshots_completion_rate_check CHECK ((completion_rate >= (0)::numeric)),
    CONSTRAINT writer_performance_snapshots_dispute_rate_check CHECK ((dispute_rate >= (0)::numeric)),
    CONSTRAINT writer_performance_snapshots_lateness_rate_check CHECK ((lateness_rate >= (0)::numeric)),
    CONSTRAINT writer_performance_snapshots_paid_cents_check CHECK ((paid_cents >= 0)),
    CONSTRAINT writer_performance_snapshots_period_check CHECK ((period_from_on <= period_to_on)),
    CONSTRAINT writer_performance_snapshots_revision_rate_check CHECK ((revision_rate >= (0)::numeric)),
    CONSTRAINT writer_performance_snapshots_tips_cents_check CHECK ((tips_cents >= 0))
);


--
-- Name: writer_performance_snapshots_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_performance_snapshots ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_performance_snapshots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_profiles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_profiles (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    user_id bigint NOT NULL,
    registration_id character varying(50) NOT NULL,
    pen_name character varying(100),
    writer_level_id bigint,
    skills text[] DEFAULT '{}'::text[] NOT NULL,
    keywords text[] DEFAULT '{}'::text[] NOT NULL,
    introduction text DEFAULT ''::text NOT NULL,
    education text DEFAULT ''::text NOT NULL,
    experience text DEFAULT ''::text NOT NULL,
    is_available_for_auto_assignments boolean DEFAULT true NOT NULL,
    availability_message character varying(160) DEFAULT ''::character varying NOT NULL,
    availability_changed_at timestamp with time zone,
    max_active_orders integer,
    payment_schedule character varying(10) DEFAULT 'bi-weekly'::character varying NOT NULL,
    manual_payouts_enabled boolean DEFAULT false NOT NULL,
    verified_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT writer_profiles_payment_schedule_check CHECK (((payment_schedule)::text = ANY ((ARRAY['bi-weekly'::character varying, 'monthly'::character varying])::text[])))
);


--
-- Name: writer_profiles_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_profiles ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_profiles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: writer_subject_preferences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.writer_subject_preferences (
    id bigint NOT NULL,
    website_id bigint NOT NULL,
    writer_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: writer_subject_preferences_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.writer_subject_preferences ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.writer_subject_preferences_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: academic_levels academic_levels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.academic_levels
    ADD CONSTRAINT academic_levels_pkey PRIMARY KEY (id);


--
-- Name: academic_levels academic_levels_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.academic_levels
    ADD CONSTRAINT academic_levels_website_id_name_key UNIQUE (website_id, name);


--
-- Name: additional_services additional_services_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.additional_services
    ADD CONSTRAINT additional_services_pkey PRIMARY KEY (id);


--
-- Name: additional_services additional_services_website_id_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.additional_services
    ADD CONSTRAINT additional_services_website_id_slug_key UNIQUE (website_id, slug);


--
-- Name: advance_payments advance_payments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advance_payments
    ADD CONSTRAINT advance_payments_pkey PRIMARY KEY (id);


--
-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);


--
-- Name: badges badges_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.badges
    ADD CONSTRAINT badges_pkey PRIMARY KEY (id);


--
-- Name: badges badges_website_id_audience_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.badges
    ADD CONSTRAINT badges_website_id_audience_name_key UNIQUE NULLS NOT DISTINCT (website_id, audience, name);


--
-- Name: blacklisted_emails blacklisted_emails_email_website_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blacklisted_emails
    ADD CONSTRAINT blacklisted_emails_email_website_id_key UNIQUE NULLS NOT DISTINCT (email, website_id);


--
-- Name: blacklisted_emails blacklisted_emails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blacklisted_emails
    ADD CONSTRAINT blacklisted_emails_pkey PRIMARY KEY (id);


--
-- Name: broadcast_views broadcast_views_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcast_views
    ADD CONSTRAINT broadcast_views_pkey PRIMARY KEY (id);


--
-- Name: broadcast_views broadcast_views_user_id_broadcast_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcast_views
    ADD CONSTRAINT broadcast_views_user_id_broadcast_id_key UNIQUE (user_id, broadcast_id);


--
-- Name: broadcasts broadcasts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcasts
    ADD CONSTRAINT broadcasts_pkey PRIMARY KEY (id);


--
-- Name: cache_outbox cache_outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cache_outbox
    ADD CONSTRAINT cache_outbox_pkey PRIMARY KEY (id);


--
-- Name: class_bundle_configs class_bundle_configs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundle_configs
    ADD CONSTRAINT class_bundle_configs_pkey PRIMARY KEY (id);


--
-- Name: class_bundle_configs class_bundle_configs_website_id_level_duration_bundle_size_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundle_configs
    ADD CONSTRAINT class_bundle_configs_website_id_level_duration_bundle_size_key UNIQUE (website_id, level, duration, bundle_size);


--
-- Name: class_bundles class_bundles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundles
    ADD CONSTRAINT class_bundles_pkey PRIMARY KEY (id);


--
-- Name: client_profiles client_profiles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_profiles
    ADD CONSTRAINT client_profiles_pkey PRIMARY KEY (id);


--
-- Name: client_profiles client_profiles_registration_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_profiles
    ADD CONSTRAINT client_profiles_registration_id_key UNIQUE (registration_id);


--
-- Name: client_profiles client_profiles_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_profiles
    ADD CONSTRAINT client_profiles_user_id_key UNIQUE (user_id);


--
-- Name: discount_usages discount_usages_discount_id_order_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discount_usages
    ADD CONSTRAINT discount_usages_discount_id_order_id_key UNIQUE (discount_id, order_id);


--
-- Name: discount_usages discount_usages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discount_usages
    ADD CONSTRAINT discount_usages_pkey PRIMARY KEY (id);


--
-- Name: discounts discounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discounts
    ADD CONSTRAINT discounts_pkey PRIMARY KEY (id);


--
-- Name: dispute_responses dispute_responses_dispute_id_responded_by_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispute_responses
    ADD CONSTRAINT dispute_responses_dispute_id_responded_by_id_key UNIQUE (dispute_id, responded_by_id);


--
-- Name: dispute_responses dispute_responses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispute_responses
    ADD CONSTRAINT dispute_responses_pkey PRIMARY KEY (id);


--
-- Name: disputes disputes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_pkey PRIMARY KEY (id);


--
-- Name: editor_tasks editor_tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.editor_tasks
    ADD CONSTRAINT editor_tasks_pkey PRIMARY KEY (id);


--
-- Name: english_types english_types_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.english_types
    ADD CONSTRAINT english_types_pkey PRIMARY KEY (id);


--
-- Name: english_types english_types_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.english_types
    ADD CONSTRAINT english_types_website_id_name_key UNIQUE (website_id, name);


--
-- Name: express_classes express_classes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.express_classes
    ADD CONSTRAINT express_classes_pkey PRIMARY KEY (id);


--
-- Name: files files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (id);


--
-- Name: files files_storage_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_storage_key_key UNIQUE (storage_key);


--
-- Name: fines fines_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fines
    ADD CONSTRAINT fines_pkey PRIMARY KEY (id);


--
-- Name: formatting_styles formatting_styles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.formatting_styles
    ADD CONSTRAINT formatting_styles_pkey PRIMARY KEY (id);


--
-- Name: formatting_styles formatting_styles_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.formatting_styles
    ADD CONSTRAINT formatting_styles_website_id_name_key UNIQUE (website_id, name);


--
-- Name: idempotency_keys idempotency_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (id);


--
-- Name: idempotency_keys idempotency_keys_user_id_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_user_id_key_key UNIQUE NULLS NOT DISTINCT (user_id, key);


--
-- Name: installments installments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_pkey PRIMARY KEY (id);


--
-- Name: invoices invoices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (id);


--
-- Name: invoices invoices_reference_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_reference_id_key UNIQUE (reference_id);


--
-- Name: ledger_entries ledger_entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (id);


--
-- Name: ledger_entries ledger_entries_transfer_id_wallet_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_transfer_id_wallet_id_key UNIQUE (transfer_id, wallet_id);


--
-- Name: ledger_transfers ledger_transfers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_transfers
    ADD CONSTRAINT ledger_transfers_pkey PRIMARY KEY (id);


--
-- Name: ledger_transfers ledger_transfers_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_transfers
    ADD CONSTRAINT ledger_transfers_reference_key UNIQUE (reference);


--
-- Name: loyalty_configs loyalty_configs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_configs
    ADD CONSTRAINT loyalty_configs_pkey PRIMARY KEY (id);


--
-- Name: loyalty_configs loyalty_configs_website_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_configs
    ADD CONSTRAINT loyalty_configs_website_id_key UNIQUE (website_id);


--
-- Name: loyalty_tiers loyalty_tiers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_tiers
    ADD CONSTRAINT loyalty_tiers_pkey PRIMARY KEY (id);


--
-- Name: loyalty_tiers loyalty_tiers_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_tiers
    ADD CONSTRAINT loyalty_tiers_website_id_name_key UNIQUE (website_id, name);


--
-- Name: loyalty_tiers loyalty_tiers_website_id_threshold_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_tiers
    ADD CONSTRAINT loyalty_tiers_website_id_threshold_key UNIQUE (website_id, threshold);


--
-- Name: loyalty_transactions loyalty_transactions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_transactions
    ADD CONSTRAINT loyalty_transactions_pkey PRIMARY KEY (id);


--
-- Name: message_flags message_flags_message_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_flags
    ADD CONSTRAINT message_flags_message_id_key UNIQUE (message_id);


--
-- Name: message_flags message_flags_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_flags
    ADD CONSTRAINT message_flags_pkey PRIMARY KEY (id);


--
-- Name: message_reactions message_reactions_message_id_user_id_reaction_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_reactions
    ADD CONSTRAINT message_reactions_message_id_user_id_reaction_key UNIQUE (message_id, user_id, reaction);


--
-- Name: message_reactions message_reactions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_reactions
    ADD CONSTRAINT message_reactions_pkey PRIMARY KEY (id);


--
-- Name: message_receipts message_receipts_message_id_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_receipts
    ADD CONSTRAINT message_receipts_message_id_user_id_key UNIQUE (message_id, user_id);


--
-- Name: message_receipts message_receipts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_receipts
    ADD CONSTRAINT message_receipts_pkey PRIMARY KEY (id);


--
-- Name: messages messages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);


--
-- Name: notification_deliveries notification_deliveries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_deliveries
    ADD CONSTRAINT notification_deliveries_pkey PRIMARY KEY (id);


--
-- Name: notification_preferences notification_preferences_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_preferences
    ADD CONSTRAINT notification_preferences_pkey PRIMARY KEY (id);


--
-- Name: notification_preferences notification_preferences_user_id_category_channel_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_preferences
    ADD CONSTRAINT notification_preferences_user_id_category_channel_key UNIQUE (user_id, category, channel);


--
-- Name: notifications notifications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);


--
-- Name: order_assignments order_assignments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_assignments
    ADD CONSTRAINT order_assignments_pkey PRIMARY KEY (id);


--
-- Name: order_change_requests order_change_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_change_requests
    ADD CONSTRAINT order_change_requests_pkey PRIMARY KEY (id);


--
-- Name: order_files order_files_order_id_file_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_files
    ADD CONSTRAINT order_files_order_id_file_id_key UNIQUE (order_id, file_id);


--
-- Name: order_files order_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_files
    ADD CONSTRAINT order_files_pkey PRIMARY KEY (id);


--
-- Name: order_items order_items_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_pkey PRIMARY KEY (id);


--
-- Name: order_pricing_snapshots order_pricing_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_pricing_snapshots
    ADD CONSTRAINT order_pricing_snapshots_pkey PRIMARY KEY (id);


--
-- Name: order_requests order_requests_order_id_writer_id_kind_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_requests
    ADD CONSTRAINT order_requests_order_id_writer_id_kind_key UNIQUE (order_id, writer_id, kind);


--
-- Name: order_requests order_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_requests
    ADD CONSTRAINT order_requests_pkey PRIMARY KEY (id);


--
-- Name: order_transitions order_transitions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_pkey PRIMARY KEY (id);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: paper_types paper_types_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.paper_types
    ADD CONSTRAINT paper_types_pkey PRIMARY KEY (id);


--
-- Name: paper_types paper_types_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.paper_types
    ADD CONSTRAINT paper_types_website_id_name_key UNIQUE (website_id, name);


--
-- Name: payment_deletion_messages payment_deletion_messages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_deletion_messages
    ADD CONSTRAINT payment_deletion_messages_pkey PRIMARY KEY (id);


--
-- Name: payment_reminder_configs payment_reminder_configs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminder_configs
    ADD CONSTRAINT payment_reminder_configs_pkey PRIMARY KEY (id);


--
-- Name: payment_reminder_configs payment_reminder_configs_website_id_deadline_pct_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminder_configs
    ADD CONSTRAINT payment_reminder_configs_website_id_deadline_pct_key UNIQUE (website_id, deadline_pct);


--
-- Name: payment_reminders_sent payment_reminders_sent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminders_sent
    ADD CONSTRAINT payment_reminders_sent_pkey PRIMARY KEY (id);


--
-- Name: payment_reminders_sent payment_reminders_sent_reminder_config_id_order_id_payment_id_k; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminders_sent
    ADD CONSTRAINT payment_reminders_sent_reminder_config_id_order_id_payment_id_k UNIQUE NULLS NOT DISTINCT (reminder_config_id, order_id, payment_id);


--
-- Name: payments payments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (id);


--
-- Name: payments payments_reference_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_reference_id_key UNIQUE (reference_id);


--
-- Name: payments payments_transaction_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_transaction_id_key UNIQUE (transaction_id);


--
-- Name: payout_methods payout_methods_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_methods
    ADD CONSTRAINT payout_methods_pkey PRIMARY KEY (id);


--
-- Name: payout_requests payout_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_requests
    ADD CONSTRAINT payout_requests_pkey PRIMARY KEY (id);


--
-- Name: preferred_writer_responses preferred_writer_responses_order_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.preferred_writer_responses
    ADD CONSTRAINT preferred_writer_responses_order_id_key UNIQUE (order_id);


--
-- Name: preferred_writer_responses preferred_writer_responses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.preferred_writer_responses
    ADD CONSTRAINT preferred_writer_responses_pkey PRIMARY KEY (id);


--
-- Name: promotional_campaigns promotional_campaigns_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.promotional_campaigns
    ADD CONSTRAINT promotional_campaigns_pkey PRIMARY KEY (id);


--
-- Name: promotional_campaigns promotional_campaigns_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.promotional_campaigns
    ADD CONSTRAINT promotional_campaigns_website_id_name_key UNIQUE (website_id, name);


--
-- Name: redemption_items redemption_items_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_items
    ADD CONSTRAINT redemption_items_pkey PRIMARY KEY (id);


--
-- Name: redemption_requests redemption_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_requests
    ADD CONSTRAINT redemption_requests_pkey PRIMARY KEY (id);


--
-- Name: referral_codes referral_codes_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referral_codes
    ADD CONSTRAINT referral_codes_code_key UNIQUE (code);


--
-- Name: referral_codes referral_codes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referral_codes
    ADD CONSTRAINT referral_codes_pkey PRIMARY KEY (id);


--
-- Name: referral_codes referral_codes_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referral_codes
    ADD CONSTRAINT referral_codes_user_id_key UNIQUE (user_id);


--
-- Name: referrals referrals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_pkey PRIMARY KEY (id);


--
-- Name: referrals referrals_referee_id_website_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_referee_id_website_id_key UNIQUE (referee_id, website_id);


--
-- Name: refunds refunds_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_pkey PRIMARY KEY (id);


--
-- Name: refunds refunds_provider_refund_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_provider_refund_id_key UNIQUE (provider_refund_id);


--
-- Name: refunds refunds_receipt_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_receipt_code_key UNIQUE (receipt_code);


--
-- Name: reviews reviews_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (id);


--
-- Name: screened_words screened_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.screened_words
    ADD CONSTRAINT screened_words_pkey PRIMARY KEY (id);


--
-- Name: screened_words screened_words_word_website_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.screened_words
    ADD CONSTRAINT screened_words_word_website_id_key UNIQUE NULLS NOT DISTINCT (word, website_id);


--
-- Name: seaql_migrations seaql_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.seaql_migrations
    ADD CONSTRAINT seaql_migrations_pkey PRIMARY KEY (version);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);


--
-- Name: sessions sessions_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_hash_key UNIQUE (token_hash);


--
-- Name: special_order_prices special_order_prices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_order_prices
    ADD CONSTRAINT special_order_prices_pkey PRIMARY KEY (id);


--
-- Name: special_order_prices special_order_prices_special_order_type_id_duration_days_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_order_prices
    ADD CONSTRAINT special_order_prices_special_order_type_id_duration_days_key UNIQUE (special_order_type_id, duration_days);


--
-- Name: special_order_types special_order_types_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_order_types
    ADD CONSTRAINT special_order_types_pkey PRIMARY KEY (id);


--
-- Name: special_order_types special_order_types_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_order_types
    ADD CONSTRAINT special_order_types_website_id_name_key UNIQUE (website_id, name);


--
-- Name: special_orders special_orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_orders
    ADD CONSTRAINT special_orders_pkey PRIMARY KEY (id);


--
-- Name: staff_profiles staff_profiles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_profiles
    ADD CONSTRAINT staff_profiles_pkey PRIMARY KEY (id);


--
-- Name: staff_profiles staff_profiles_registration_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_profiles
    ADD CONSTRAINT staff_profiles_registration_id_key UNIQUE (registration_id);


--
-- Name: staff_profiles staff_profiles_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_profiles
    ADD CONSTRAINT staff_profiles_user_id_key UNIQUE (user_id);


--
-- Name: subjects subjects_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT subjects_pkey PRIMARY KEY (id);


--
-- Name: subjects subjects_website_id_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT subjects_website_id_code_key UNIQUE (website_id, code);


--
-- Name: subjects subjects_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT subjects_website_id_name_key UNIQUE (website_id, name);


--
-- Name: thread_participants thread_participants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_participants
    ADD CONSTRAINT thread_participants_pkey PRIMARY KEY (id);


--
-- Name: thread_participants thread_participants_thread_id_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_participants
    ADD CONSTRAINT thread_participants_thread_id_user_id_key UNIQUE (thread_id, user_id);


--
-- Name: threads threads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT threads_pkey PRIMARY KEY (id);


--
-- Name: tickets tickets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_pkey PRIMARY KEY (id);


--
-- Name: tickets tickets_website_id_ticket_no_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_website_id_ticket_no_key UNIQUE (website_id, ticket_no);


--
-- Name: tips tips_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_pkey PRIMARY KEY (id);


--
-- Name: user_action_requests user_action_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_action_requests
    ADD CONSTRAINT user_action_requests_pkey PRIMARY KEY (id);


--
-- Name: user_badges user_badges_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_badges
    ADD CONSTRAINT user_badges_pkey PRIMARY KEY (id);


--
-- Name: user_badges user_badges_user_id_badge_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_badges
    ADD CONSTRAINT user_badges_user_id_badge_id_key UNIQUE (user_id, badge_id);


--
-- Name: user_presence user_presence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_presence
    ADD CONSTRAINT user_presence_pkey PRIMARY KEY (id);


--
-- Name: user_presence user_presence_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_presence
    ADD CONSTRAINT user_presence_user_id_key UNIQUE (user_id);


--
-- Name: users users_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: users users_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_username_key UNIQUE (username);


--
-- Name: wallets wallets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wallets
    ADD CONSTRAINT wallets_pkey PRIMARY KEY (id);


--
-- Name: websites websites_domain_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.websites
    ADD CONSTRAINT websites_domain_key UNIQUE (domain);


--
-- Name: websites websites_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.websites
    ADD CONSTRAINT websites_name_key UNIQUE (name);


--
-- Name: websites websites_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.websites
    ADD CONSTRAINT websites_pkey PRIMARY KEY (id);


--
-- Name: websites websites_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.websites
    ADD CONSTRAINT websites_slug_key UNIQUE (slug);


--
-- Name: work_types work_types_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work_types
    ADD CONSTRAINT work_types_pkey PRIMARY KEY (id);


--
-- Name: work_types work_types_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work_types
    ADD CONSTRAINT work_types_website_id_name_key UNIQUE (website_id, name);


--
-- Name: writer_bonuses writer_bonuses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_bonuses
    ADD CONSTRAINT writer_bonuses_pkey PRIMARY KEY (id);


--
-- Name: writer_configs writer_configs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_configs
    ADD CONSTRAINT writer_configs_pkey PRIMARY KEY (id);


--
-- Name: writer_configs writer_configs_website_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_configs
    ADD CONSTRAINT writer_configs_website_id_key UNIQUE (website_id);


--
-- Name: writer_levels writer_levels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_levels
    ADD CONSTRAINT writer_levels_pkey PRIMARY KEY (id);


--
-- Name: writer_levels writer_levels_website_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_levels
    ADD CONSTRAINT writer_levels_website_id_name_key UNIQUE (website_id, name);


--
-- Name: writer_order_priorities writer_order_priorities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_order_priorities
    ADD CONSTRAINT writer_order_priorities_pkey PRIMARY KEY (id);


--
-- Name: writer_order_priorities writer_order_priorities_writer_id_order_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_order_priorities
    ADD CONSTRAINT writer_order_priorities_writer_id_order_id_key UNIQUE (writer_id, order_id);


--
-- Name: writer_payments writer_payments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_payments
    ADD CONSTRAINT writer_payments_pkey PRIMARY KEY (id);


--
-- Name: writer_performance_snapshots writer_performance_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_performance_snapshots
    ADD CONSTRAINT writer_performance_snapshots_pkey PRIMARY KEY (id);


--
-- Name: writer_performance_snapshots writer_performance_snapshots_writer_id_period_to_on_period_from; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_performance_snapshots
    ADD CONSTRAINT writer_performance_snapshots_writer_id_period_to_on_period_from UNIQUE (writer_id, period_to_on, period_from_on);


--
-- Name: writer_profiles writer_profiles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_profiles
    ADD CONSTRAINT writer_profiles_pkey PRIMARY KEY (id);


--
-- Name: writer_profiles writer_profiles_registration_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_profiles
    ADD CONSTRAINT writer_profiles_registration_id_key UNIQUE (registration_id);


--
-- Name: writer_profiles writer_profiles_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_profiles
    ADD CONSTRAINT writer_profiles_user_id_key UNIQUE (user_id);


--
-- Name: writer_subject_preferences writer_subject_preferences_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_subject_preferences
    ADD CONSTRAINT writer_subject_preferences_pkey PRIMARY KEY (id);


--
-- Name: writer_subject_preferences writer_subject_preferences_writer_id_subject_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_subject_preferences
    ADD CONSTRAINT writer_subject_preferences_writer_id_subject_id_key UNIQUE (writer_id, subject_id);


--
-- Name: advance_payments_decided_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX advance_payments_decided_by_id_fk ON public.advance_payments USING btree (decided_by_id) WHERE (decided_by_id IS NOT NULL);


--
-- Name: advance_payments_ledger_transfer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX advance_payments_ledger_transfer_id_fk ON public.advance_payments USING btree (ledger_transfer_id) WHERE (ledger_transfer_id IS NOT NULL);


--
-- Name: advance_payments_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX advance_payments_website_id_status_created_at_idx ON public.advance_payments USING btree (website_id, status, created_at);


--
-- Name: INDEX advance_payments_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.advance_payments_website_id_status_created_at_idx IS 'advance requests to decide';


--
-- Name: advance_payments_writer_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX advance_payments_writer_id_status_created_at_idx ON public.advance_payments USING btree (writer_id, status, created_at DESC);


--
-- Name: INDEX advance_payments_writer_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.advance_payments_writer_id_status_created_at_idx IS 'advance-payments, eligibility';


--
-- Name: audit_log_actor_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_log_actor_id_created_at_idx ON public.audit_log USING btree (actor_id, created_at DESC) WHERE (actor_id IS NOT NULL);


--
-- Name: INDEX audit_log_actor_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_log_actor_id_created_at_idx IS 'activity of a person, editor activity';


--
-- Name: audit_log_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_log_created_at_idx ON public.audit_log USING btree (created_at DESC);


--
-- Name: INDEX audit_log_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_log_created_at_idx IS 'activity-logs and recent_activities over all websites';


--
-- Name: audit_log_target_type_target_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_log_target_type_target_id_created_at_idx ON public.audit_log USING btree (target_type, target_id, created_at DESC) WHERE (target_id IS NOT NULL);


--
-- Name: INDEX audit_log_target_type_target_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_log_target_type_target_id_created_at_idx IS 'history of one row';


--
-- Name: audit_log_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_log_website_id_created_at_idx ON public.audit_log USING btree (website_id, created_at DESC);


--
-- Name: INDEX audit_log_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.audit_log_website_id_created_at_idx IS 'activity-logs and recent_activities of one website';


--
-- Name: blacklisted_emails_blacklisted_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX blacklisted_emails_blacklisted_by_id_fk ON public.blacklisted_emails USING btree (blacklisted_by_id) WHERE (blacklisted_by_id IS NOT NULL);


--
-- Name: blacklisted_emails_user_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX blacklisted_emails_user_id_fk ON public.blacklisted_emails USING btree (user_id) WHERE (user_id IS NOT NULL);


--
-- Name: blacklisted_emails_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX blacklisted_emails_website_id_fk ON public.blacklisted_emails USING btree (website_id) WHERE (website_id IS NOT NULL);


--
-- Name: broadcast_views_broadcast_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX broadcast_views_broadcast_id_fk ON public.broadcast_views USING btree (broadcast_id);


--
-- Name: broadcasts_created_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX broadcasts_created_by_id_fk ON public.broadcasts USING btree (created_by_id) WHERE (created_by_id IS NOT NULL);


--
-- Name: broadcasts_scheduled_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX broadcasts_scheduled_idx ON public.broadcasts USING btree (scheduled_at) WHERE ((status)::text = 'scheduled'::text);


--
-- Name: INDEX broadcasts_scheduled_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.broadcasts_scheduled_idx IS 'broadcast worker';


--
-- Name: broadcasts_website_id_kind_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX broadcasts_website_id_kind_created_at_idx ON public.broadcasts USING btree (website_id, kind, created_at DESC);


--
-- Name: INDEX broadcasts_website_id_kind_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.broadcasts_website_id_kind_created_at_idx IS 'emails/mass-emails, digests, broadcasts, announcements';


--
-- Name: cache_outbox_txid_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cache_outbox_txid_idx ON public.cache_outbox USING btree (txid);


--
-- Name: INDEX cache_outbox_txid_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.cache_outbox_txid_idx IS 'tags of the own transaction before commit, what is left over is swept oldest first';


--
-- Name: class_bundles_assigned_writer_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_assigned_writer_id_status_idx ON public.class_bundles USING btree (assigned_writer_id, status) WHERE (assigned_writer_id IS NOT NULL);


--
-- Name: INDEX class_bundles_assigned_writer_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.class_bundles_assigned_writer_id_status_idx IS 'writer’s classes';


--
-- Name: class_bundles_client_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_client_id_created_at_idx ON public.class_bundles USING btree (client_id, created_at DESC);


--
-- Name: INDEX class_bundles_client_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.class_bundles_client_id_created_at_idx IS 'client’s bundles';


--
-- Name: class_bundles_config_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_config_id_fk ON public.class_bundles USING btree (config_id) WHERE (config_id IS NOT NULL);


--
-- Name: class_bundles_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_created_at_idx ON public.class_bundles USING btree (created_at DESC);


--
-- Name: INDEX class_bundles_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.class_bundles_created_at_idx IS 'class-bundles/dashboard, over all websites, yearly-comparison classes';


--
-- Name: class_bundles_created_by_admin_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_created_by_admin_id_fk ON public.class_bundles USING btree (created_by_admin_id) WHERE (created_by_admin_id IS NOT NULL);


--
-- Name: class_bundles_deposit_pending_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_deposit_pending_idx ON public.class_bundles USING btree (website_id, created_at DESC) WHERE (deposit_paid_cents < deposit_required_cents);


--
-- Name: INDEX class_bundles_deposit_pending_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.class_bundles_deposit_pending_idx IS 'class-bundles/deposit-pending';


--
-- Name: class_bundles_discount_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_discount_id_fk ON public.class_bundles USING btree (discount_id) WHERE (discount_id IS NOT NULL);


--
-- Name: class_bundles_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX class_bundles_website_id_status_created_at_idx ON public.class_bundles USING btree (website_id, status, created_at DESC) INCLUDE (level, installments_enabled, total_price_cents);


--
-- Name: INDEX class_bundles_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.class_bundles_website_id_status_created_at_idx IS 'class-bundles/dashboard';


--
-- Name: client_profiles_loyalty_tier_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX client_profiles_loyalty_tier_id_fk ON public.client_profiles USING btree (loyalty_tier_id) WHERE (loyalty_tier_id IS NOT NULL);


--
-- Name: client_profiles_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX client_profiles_website_id_fk ON public.client_profiles USING btree (website_id);


--
-- Name: discount_usages_discount_id_user_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discount_usages_discount_id_user_id_idx ON public.discount_usages USING btree (discount_id, user_id);


--
-- Name: INDEX discount_usages_discount_id_user_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.discount_usages_discount_id_user_id_idx IS 'per_user_usage_limit, campaign-analytics unique_users';


--
-- Name: discount_usages_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discount_usages_order_id_fk ON public.discount_usages USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: discount_usages_user_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discount_usages_user_id_created_at_idx ON public.discount_usages USING btree (user_id, created_at DESC);


--
-- Name: INDEX discount_usages_user_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.discount_usages_user_id_created_at_idx IS 'usage of a client';


--
-- Name: discount_usages_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discount_usages_website_id_fk ON public.discount_usages USING btree (website_id);


--
-- Name: discounts_assigned_to_client_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discounts_assigned_to_client_id_fk ON public.discounts USING btree (assigned_to_client_id) WHERE (assigned_to_client_id IS NOT NULL);


--
-- Name: discounts_campaign_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discounts_campaign_id_fk ON public.discounts USING btree (campaign_id) WHERE (campaign_id IS NOT NULL);


--
-- Name: discounts_ends_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discounts_ends_at_idx ON public.discounts USING btree (ends_at) WHERE (is_active AND (deleted_at IS NULL));


--
-- Name: INDEX discounts_ends_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.discounts_ends_at_idx IS 'job that ends discounts';


--
-- Name: discounts_website_id_code_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX discounts_website_id_code_key ON public.discounts USING btree (website_id, code) WHERE (deleted_at IS NULL);


--
-- Name: discounts_website_id_is_active_starts_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX discounts_website_id_is_active_starts_at_idx ON public.discounts USING btree (website_id, is_active, starts_at DESC);


--
-- Name: INDEX discounts_website_id_is_active_starts_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.discounts_website_id_is_active_starts_at_idx IS 'discount list and filters, discounts/analytics stats';


--
-- Name: dispute_responses_file_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dispute_responses_file_id_fk ON public.dispute_responses USING btree (file_id) WHERE (file_id IS NOT NULL);


--
-- Name: dispute_responses_responded_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dispute_responses_responded_by_id_fk ON public.dispute_responses USING btree (responded_by_id);


--
-- Name: disputes_assigned_to_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_assigned_to_id_status_idx ON public.disputes USING btree (assigned_to_id, status) WHERE (assigned_to_id IS NOT NULL);


--
-- Name: INDEX disputes_assigned_to_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.disputes_assigned_to_id_status_idx IS 'support workload';


--
-- Name: disputes_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_created_at_idx ON public.disputes USING btree (created_at DESC);


--
-- Name: INDEX disputes_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.disputes_created_at_idx IS 'recent_disputes, weekly_trends over all websites';


--
-- Name: disputes_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_order_id_fk ON public.disputes USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: disputes_raised_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_raised_by_id_fk ON public.disputes USING btree (raised_by_id) WHERE (raised_by_id IS NOT NULL);


--
-- Name: disputes_resolved_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_resolved_at_idx ON public.disputes USING btree (resolved_at DESC) INCLUDE (website_id, created_at, resolution_outcome) WHERE (resolved_at IS NOT NULL);


--
-- Name: INDEX disputes_resolved_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.disputes_resolved_at_idx IS 'disputes/analytics avg_resolution_days, outcome_breakdown, resolved_recent';


--
-- Name: disputes_resolved_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_resolved_by_id_fk ON public.disputes USING btree (resolved_by_id) WHERE (resolved_by_id IS NOT NULL);


--
-- Name: disputes_sla_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_sla_idx ON public.disputes USING btree (sla_due_at) WHERE ((resolved_at IS NULL) AND (sla_due_at IS NOT NULL));


--
-- Name: INDEX disputes_sla_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.disputes_sla_idx IS 'sla breaches';


--
-- Name: disputes_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_status_created_at_idx ON public.disputes USING btree (status, created_at DESC);


--
-- Name: INDEX disputes_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.disputes_status_created_at_idx IS 'disputes/dashboard, disputes/pending, over all websites, superadmin dispute counts';


--
-- Name: disputes_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_website_id_status_created_at_idx ON public.disputes USING btree (website_id, status, created_at DESC) INCLUDE (resolved_at, writer_responded_at, reason_code);


--
-- Name: INDEX disputes_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.disputes_website_id_status_created_at_idx IS 'disputes/dashboard, disputes/pending';


--
-- Name: editor_tasks_assigned_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX editor_tasks_assigned_by_id_fk ON public.editor_tasks USING btree (assigned_by_id) WHERE (assigned_by_id IS NOT NULL);


--
-- Name: editor_tasks_editor_id_reviewed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX editor_tasks_editor_id_reviewed_at_idx ON public.editor_tasks USING btree (editor_id, reviewed_at DESC) WHERE (reviewed_at IS NOT NULL);


--
-- Name: INDEX editor_tasks_editor_id_reviewed_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.editor_tasks_editor_id_reviewed_at_idx IS 'editor performance trends';


--
-- Name: editor_tasks_editor_id_status_assigned_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX editor_tasks_editor_id_status_assigned_at_idx ON public.editor_tasks USING btree (editor_id, status, assigned_at DESC) WHERE (editor_id IS NOT NULL);


--
-- Name: INDEX editor_tasks_editor_id_status_assigned_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.editor_tasks_editor_id_status_assigned_at_idx IS 'editor tasks, workload, analytics';


--
-- Name: editor_tasks_open_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX editor_tasks_open_key ON public.editor_tasks USING btree (order_id) WHERE ((status)::text = ANY ((ARRAY['pending'::character varying, 'in_review'::character varying, 'unclaimed'::character varying])::text[]));


--
-- Name: editor_tasks_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX editor_tasks_order_id_fk ON public.editor_tasks USING btree (order_id);


--
-- Name: editor_tasks_website_id_status_assigned_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX editor_tasks_website_id_status_assigned_at_idx ON public.editor_tasks USING btree (website_id, status, assigned_at);


--
-- Name: INDEX editor_tasks_website_id_status_assigned_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.editor_tasks_website_id_status_assigned_at_idx IS 'unclaimed task list';


--
-- Name: express_classes_assigned_writer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX express_classes_assigned_writer_id_fk ON public.express_classes USING btree (assigned_writer_id) WHERE (assigned_writer_id IS NOT NULL);


--
-- Name: express_classes_client_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX express_classes_client_id_created_at_idx ON public.express_classes USING btree (client_id, created_at DESC);


--
-- Name: INDEX express_classes_client_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.express_classes_client_id_created_at_idx IS 'client’s express classes';


--
-- Name: express_classes_reviewed_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX express_classes_reviewed_by_id_fk ON public.express_classes USING btree (reviewed_by_id) WHERE (reviewed_by_id IS NOT NULL);


--
-- Name: express_classes_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX express_classes_website_id_status_created_at_idx ON public.express_classes USING btree (website_id, status, created_at DESC);


--
-- Name: INDEX express_classes_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.express_classes_website_id_status_created_at_idx IS 'express class list';


--
-- Name: files_uploader_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX files_uploader_id_created_at_idx ON public.files USING btree (uploader_id, created_at DESC) WHERE (uploader_id IS NOT NULL);


--
-- Name: INDEX files_uploader_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.files_uploader_id_created_at_idx IS 'files of a user';


--
-- Name: files_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX files_website_id_fk ON public.files USING btree (website_id) WHERE (website_id IS NOT NULL);


--
-- Name: fines_imposed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX fines_imposed_at_idx ON public.fines USING btree (imposed_at DESC);


--
-- Name: INDEX fines_imposed_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.fines_imposed_at_idx IS 'fines over all websites, monthly_trends';


--
-- Name: fines_issued_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX fines_issued_by_id_fk ON public.fines USING btree (issued_by_id) WHERE (issued_by_id IS NOT NULL);


--
-- Name: fines_ledger_transfer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX fines_ledger_transfer_id_fk ON public.fines USING btree (ledger_transfer_id) WHERE (ledger_transfer_id IS NOT NULL);


--
-- Name: fines_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX fines_order_id_fk ON public.fines USING btree (order_id);


--
-- Name: fines_waived_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX fines_waived_by_id_fk ON public.fines USING btree (waived_by_id) WHERE (waived_by_id IS NOT NULL);


--
-- Name: fines_website_id_status_imposed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX fines_website_id_status_imposed_at_idx ON public.fines USING btree (website_id, status, imposed_at DESC) INCLUDE (amount_cents);


--
-- Name: INDEX fines_website_id_status_imposed_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.fines_website_id_status_imposed_at_idx IS 'fines/dashboard, fines/pending';


--
-- Name: fines_writer_id_status_imposed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX fines_writer_id_status_imposed_at_idx ON public.fines USING btree (writer_id, status, imposed_at DESC) INCLUDE (amount_cents);


--
-- Name: INDEX fines_writer_id_status_imposed_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.fines_writer_id_status_imposed_at_idx IS 'writer summary.fines, top_writers';


--
-- Name: idempotency_keys_expires_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idempotency_keys_expires_at_idx ON public.idempotency_keys USING btree (expires_at);


--
-- Name: INDEX idempotency_keys_expires_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.idempotency_keys_expires_at_idx IS 'purge job';


--
-- Name: installments_class_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX installments_class_key ON public.installments USING btree (class_bundle_id, installment_number) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: installments_due_on_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_due_on_id_idx ON public.installments USING btree (due_on, id);


--
-- Name: INDEX installments_due_on_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.installments_due_on_id_idx IS 'the due-date list over all websites';


--
-- Name: installments_invoice_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_invoice_id_fk ON public.installments USING btree (invoice_id) WHERE (invoice_id IS NOT NULL);


--
-- Name: installments_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_order_id_fk ON public.installments USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: installments_paid_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_paid_by_id_fk ON public.installments USING btree (paid_by_id) WHERE (paid_by_id IS NOT NULL);


--
-- Name: installments_payment_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_payment_id_fk ON public.installments USING btree (payment_id) WHERE (payment_id IS NOT NULL);


--
-- Name: installments_special_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_special_order_id_fk ON public.installments USING btree (special_order_id) WHERE (special_order_id IS NOT NULL);


--
-- Name: installments_unpaid_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_unpaid_idx ON public.installments USING btree (due_on) INCLUDE (website_id, amount_cents) WHERE ((paid_at IS NULL) AND (cancelled_at IS NULL));


--
-- Name: INDEX installments_unpaid_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.installments_unpaid_idx IS 'unpaid/overdue filters over all websites, pending_installments, due-date reminder job';


--
-- Name: installments_website_id_due_on_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX installments_website_id_due_on_idx ON public.installments USING btree (website_id, due_on) INCLUDE (class_bundle_id, special_order_id, amount_cents, paid_at);


--
-- Name: INDEX installments_website_id_due_on_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.installments_website_id_due_on_idx IS 'installment-tracking lists and statistics of classes and special orders';


--
-- Name: invoices_class_bundle_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_class_bundle_id_fk ON public.invoices USING btree (class_bundle_id) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: invoices_client_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_client_id_created_at_idx ON public.invoices USING btree (client_id, created_at DESC) WHERE (client_id IS NOT NULL);


--
-- Name: INDEX invoices_client_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.invoices_client_id_created_at_idx IS 'client’s invoices';


--
-- Name: invoices_express_class_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_express_class_id_fk ON public.invoices USING btree (express_class_id) WHERE (express_class_id IS NOT NULL);


--
-- Name: invoices_issued_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_issued_by_id_fk ON public.invoices USING btree (issued_by_id) WHERE (issued_by_id IS NOT NULL);


--
-- Name: invoices_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_order_id_fk ON public.invoices USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: invoices_special_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_special_order_id_fk ON public.invoices USING btree (special_order_id) WHERE (special_order_id IS NOT NULL);


--
-- Name: invoices_unpaid_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_unpaid_idx ON public.invoices USING btree (due_on) WHERE ((paid_at IS NULL) AND (cancelled_at IS NULL));


--
-- Name: INDEX invoices_unpaid_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.invoices_unpaid_idx IS 'overdue invoices, reminder job';


--
-- Name: invoices_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_website_id_created_at_idx ON public.invoices USING btree (website_id, created_at DESC);


--
-- Name: INDEX invoices_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.invoices_website_id_created_at_idx IS 'invoice list';


--
-- Name: ledger_entries_wallet_id_created_at_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_entries_wallet_id_created_at_id_idx ON public.ledger_entries USING btree (wallet_id, created_at DESC, id DESC) INCLUDE (amount_cents);


--
-- Name: INDEX ledger_entries_wallet_id_created_at_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.ledger_entries_wallet_id_created_at_id_idx IS 'client wallet transactions, jobs wallet/transactions with date filters, ledger verification';


--
-- Name: ledger_transfers_reverses_id_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ledger_transfers_reverses_id_key ON public.ledger_transfers USING btree (reverses_id) WHERE (reverses_id IS NOT NULL);


--
-- Name: ledger_transfers_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_transfers_website_id_created_at_idx ON public.ledger_transfers USING btree (website_id, created_at DESC);


--
-- Name: INDEX ledger_transfers_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.ledger_transfers_website_id_created_at_idx IS 'ledger list, financial exports';


--
-- Name: loyalty_transactions_client_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX loyalty_transactions_client_id_created_at_idx ON public.loyalty_transactions USING btree (client_id, created_at DESC) INCLUDE (transaction_type, points);


--
-- Name: INDEX loyalty_transactions_client_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.loyalty_transactions_client_id_created_at_idx IS 'client loyalty recent_transactions, points_earned_this_month';


--
-- Name: loyalty_transactions_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX loyalty_transactions_order_id_fk ON public.loyalty_transactions USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: loyalty_transactions_redemption_request_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX loyalty_transactions_redemption_request_id_fk ON public.loyalty_transactions USING btree (redemption_request_id) WHERE (redemption_request_id IS NOT NULL);


--
-- Name: loyalty_transactions_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX loyalty_transactions_website_id_created_at_idx ON public.loyalty_transactions USING btree (website_id, created_at DESC) INCLUDE (transaction_type, points);


--
-- Name: INDEX loyalty_transactions_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.loyalty_transactions_website_id_created_at_idx IS 'loyalty/tracking/statistics';


--
-- Name: message_flags_pending_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_flags_pending_idx ON public.message_flags USING btree (website_id, created_at DESC) WHERE (reviewed_at IS NULL);


--
-- Name: INDEX message_flags_pending_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.message_flags_pending_idx IS 'flagged-messages, statistics';


--
-- Name: message_flags_reviewed_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_flags_reviewed_by_id_fk ON public.message_flags USING btree (reviewed_by_id) WHERE (reviewed_by_id IS NOT NULL);


--
-- Name: message_reactions_user_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_reactions_user_id_fk ON public.message_reactions USING btree (user_id);


--
-- Name: message_receipts_thread_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_receipts_thread_id_idx ON public.message_receipts USING btree (thread_id);


--
-- Name: INDEX message_receipts_thread_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.message_receipts_thread_id_idx IS 'delete of a thread';


--
-- Name: message_receipts_undelivered_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_receipts_undelivered_idx ON public.message_receipts USING btree (created_at) WHERE ((delivery_status)::text = 'pending'::text);


--
-- Name: INDEX message_receipts_undelivered_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.message_receipts_undelivered_idx IS 'redelivery job';


--
-- Name: message_receipts_unread_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_receipts_unread_idx ON public.message_receipts USING btree (user_id, thread_id) WHERE (read_at IS NULL);


--
-- Name: INDEX message_receipts_unread_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.message_receipts_unread_idx IS 'unread_count per thread, chat/unread-count, mark-thread-read';


--
-- Name: messages_flagged_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_flagged_idx ON public.messages USING btree (website_id, sent_at DESC) WHERE is_flagged;


--
-- Name: INDEX messages_flagged_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.messages_flagged_idx IS 'flagged-messages list';


--
-- Name: messages_recipient_id_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_recipient_id_sent_at_idx ON public.messages USING btree (recipient_id, sent_at DESC) WHERE (recipient_id IS NOT NULL);


--
-- Name: INDEX messages_recipient_id_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.messages_recipient_id_sent_at_idx IS 'messages to a person';


--
-- Name: messages_reply_to_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_reply_to_id_idx ON public.messages USING btree (reply_to_id) WHERE (reply_to_id IS NOT NULL);


--
-- Name: INDEX messages_reply_to_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.messages_reply_to_id_idx IS 'replies';


--
-- Name: messages_search_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_search_idx ON public.messages USING gin (to_tsvector('simple'::regconfig, body)) WHERE (deleted_at IS NULL);


--
-- Name: INDEX messages_search_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.messages_search_idx IS 'unified-search messages';


--
-- Name: messages_sender_id_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_sender_id_sent_at_idx ON public.messages USING btree (sender_id, sent_at DESC);


--
-- Name: INDEX messages_sender_id_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.messages_sender_id_sent_at_idx IS 'messages of a person, moderation';


--
-- Name: messages_thread_id_sent_at_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_thread_id_sent_at_id_idx ON public.messages USING btree (thread_id, sent_at DESC, id DESC);


--
-- Name: INDEX messages_thread_id_sent_at_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.messages_thread_id_sent_at_id_idx IS 'message pages, before_id/after_id, last message of a thread';


--
-- Name: notification_deliveries_broadcast_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_deliveries_broadcast_id_fk ON public.notification_deliveries USING btree (broadcast_id) WHERE (broadcast_id IS NOT NULL);


--
-- Name: notification_deliveries_due_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_deliveries_due_idx ON public.notification_deliveries USING btree (next_attempt_at) WHERE ((status)::text = 'pending'::text);


--
-- Name: INDEX notification_deliveries_due_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.notification_deliveries_due_idx IS 'delivery worker';


--
-- Name: notification_deliveries_notification_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_deliveries_notification_id_fk ON public.notification_deliveries USING btree (notification_id) WHERE (notification_id IS NOT NULL);


--
-- Name: notification_deliveries_user_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_deliveries_user_id_created_at_idx ON public.notification_deliveries USING btree (user_id, created_at DESC) WHERE (user_id IS NOT NULL);


--
-- Name: INDEX notification_deliveries_user_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.notification_deliveries_user_id_created_at_idx IS 'deliveries to a person';


--
-- Name: notification_deliveries_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_deliveries_website_id_fk ON public.notification_deliveries USING btree (website_id) WHERE (website_id IS NOT NULL);


--
-- Name: notifications_expires_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notifications_expires_at_idx ON public.notifications USING btree (expires_at) WHERE (expires_at IS NOT NULL);


--
-- Name: INDEX notifications_expires_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.notifications_expires_at_idx IS 'purge job';


--
-- Name: notifications_unread_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notifications_unread_idx ON public.notifications USING btree (user_id, created_at DESC) INCLUDE (category, event, expires_at) WHERE (read_at IS NULL);


--
-- Name: INDEX notifications_unread_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.notifications_unread_idx IS 'unread-count, unread_by_type, mark-all-read';


--
-- Name: notifications_user_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notifications_user_id_created_at_idx ON public.notifications USING btree (user_id, created_at DESC);


--
-- Name: INDEX notifications_user_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.notifications_user_id_created_at_idx IS 'notifications feed and lists, by category or type';


--
-- Name: notifications_user_id_dedupe_key_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX notifications_user_id_dedupe_key_key ON public.notifications USING btree (user_id, dedupe_key) WHERE (dedupe_key IS NOT NULL);


--
-- Name: order_assignments_assigned_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_assignments_assigned_by_id_fk ON public.order_assignments USING btree (assigned_by_id) WHERE (assigned_by_id IS NOT NULL);


--
-- Name: order_assignments_live_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX order_assignments_live_key ON public.order_assignments USING btree (order_id) WHERE ((status)::text = ANY ((ARRAY['offered'::character varying, 'accepted'::character varying])::text[]));


--
-- Name: order_assignments_order_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_assignments_order_id_created_at_idx ON public.order_assignments USING btree (order_id, created_at DESC);


--
-- Name: INDEX order_assignments_order_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_assignments_order_id_created_at_idx IS 'timeline rows of type reassignment';


--
-- Name: order_assignments_previous_writer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_assignments_previous_writer_id_fk ON public.order_assignments USING btree (previous_writer_id) WHERE (previous_writer_id IS NOT NULL);


--
-- Name: order_assignments_writer_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_assignments_writer_id_created_at_idx ON public.order_assignments USING btree (writer_id, created_at DESC);


--
-- Name: INDEX order_assignments_writer_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_assignments_writer_id_created_at_idx IS 'writer level current_stats.total_takes';


--
-- Name: order_change_requests_decided_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_change_requests_decided_by_id_fk ON public.order_change_requests USING btree (decided_by_id) WHERE (decided_by_id IS NOT NULL);


--
-- Name: order_change_requests_order_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_change_requests_order_id_status_idx ON public.order_change_requests USING btree (order_id, status);


--
-- Name: INDEX order_change_requests_order_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_change_requests_order_id_status_idx IS 'order detail, open requests of an order';


--
-- Name: order_change_requests_requested_by_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_change_requests_requested_by_id_created_at_idx ON public.order_change_requests USING btree (requested_by_id, created_at DESC);


--
-- Name: INDEX order_change_requests_requested_by_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_change_requests_requested_by_id_created_at_idx IS 'queue writer_requests';


--
-- Name: order_change_requests_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_change_requests_website_id_status_created_at_idx ON public.order_change_requests USING btree (website_id, status, created_at DESC);


--
-- Name: INDEX order_change_requests_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_change_requests_website_id_status_created_at_idx IS 'admin request list';


--
-- Name: order_files_file_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_files_file_id_fk ON public.order_files USING btree (file_id);


--
-- Name: order_files_uploaded_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_files_uploaded_by_id_fk ON public.order_files USING btree (uploaded_by_id) WHERE (uploaded_by_id IS NOT NULL);


--
-- Name: order_items_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_items_order_id_fk ON public.order_items USING btree (order_id);


--
-- Name: order_items_service_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_items_service_id_fk ON public.order_items USING btree (service_id) WHERE (service_id IS NOT NULL);


--
-- Name: order_pricing_snapshots_order_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_pricing_snapshots_order_id_created_at_idx ON public.order_pricing_snapshots USING btree (order_id, created_at DESC);


--
-- Name: INDEX order_pricing_snapshots_order_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_pricing_snapshots_order_id_created_at_idx IS 'order price history';


--
-- Name: order_requests_reviewed_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_requests_reviewed_by_id_fk ON public.order_requests USING btree (reviewed_by_id) WHERE (reviewed_by_id IS NOT NULL);


--
-- Name: order_requests_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_requests_status_created_at_idx ON public.order_requests USING btree (status, created_at DESC);


--
-- Name: INDEX order_requests_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_requests_status_created_at_idx IS 'writer-assignment request list over all websites, expiry job';


--
-- Name: order_requests_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_requests_website_id_status_created_at_idx ON public.order_requests USING btree (website_id, status, created_at DESC);


--
-- Name: INDEX order_requests_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_requests_website_id_status_created_at_idx IS 'writer-assignment request list of one website';


--
-- Name: order_requests_writer_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_requests_writer_id_status_created_at_idx ON public.order_requests USING btree (writer_id, status, created_at DESC);


--
-- Name: INDEX order_requests_writer_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_requests_writer_id_status_created_at_idx IS 'queue requested_order_ids/order_requests, order-requests statistics';


--
-- Name: order_transitions_order_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_transitions_order_id_created_at_idx ON public.order_transitions USING btree (order_id, created_at DESC);


--
-- Name: INDEX order_transitions_order_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.order_transitions_order_id_created_at_idx IS 'orders/{id}/timeline, order-activity-timeline';


--
-- Name: orders_assigned_writer_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_assigned_writer_id_status_created_at_idx ON public.orders USING btree (assigned_writer_id, status, created_at DESC) WHERE (assigned_writer_id IS NOT NULL);


--
-- Name: INDEX orders_assigned_writer_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_assigned_writer_id_status_created_at_idx IS 'writer performance/payment-info/calendar, level_capacity.active_orders, top_writers';


--
-- Name: orders_available_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_available_idx ON public.orders USING btree (website_id, created_at DESC) WHERE (((status)::text = 'available'::text) AND (assigned_writer_id IS NULL) AND (deleted_at IS NULL));


--
-- Name: INDEX orders_available_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_available_idx IS 'queue available_orders/recommended_orders';


--
-- Name: orders_client_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_client_id_status_created_at_idx ON public.orders USING btree (client_id, status, created_at DESC) WHERE (client_id IS NOT NULL);


--
-- Name: INDEX orders_client_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_client_id_status_created_at_idx IS 'client stats/analytics, top_clients, payment-reminders';


--
-- Name: orders_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_created_at_idx ON public.orders USING btree (created_at DESC) WHERE (deleted_at IS NULL);


--
-- Name: INDEX orders_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_created_at_idx IS 'recent_orders and enhanced analytics over all websites';


--
-- Name: orders_deleted_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_deleted_idx ON public.orders USING btree (deleted_at DESC) WHERE (deleted_at IS NOT NULL);


--
-- Name: INDEX orders_deleted_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_deleted_idx IS 'trash and restore';


--
-- Name: orders_is_paid_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_is_paid_created_at_idx ON public.orders USING btree (is_paid, created_at DESC) INCLUDE (website_id, total_price_cents) WHERE (deleted_at IS NULL);


--
-- Name: INDEX orders_is_paid_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_is_paid_created_at_idx IS 'revenue_trends, service-revenue, payment-status over all websites';


--
-- Name: orders_live_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_live_idx ON public.orders USING btree (website_id, client_deadline_at) INCLUDE (writer_deadline_at) WHERE (((status)::text = ANY ((ARRAY['pending'::character varying, 'available'::character varying, 'assigned'::character varying, 'in_progress'::character varying, 'on_revision'::character varying])::text[])) AND (deleted_at IS NULL));


--
-- Name: INDEX orders_live_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_live_idx IS 'orders/overdue, system_health';


--
-- Name: orders_preferred_writer_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_preferred_writer_id_created_at_idx ON public.orders USING btree (preferred_writer_id, created_at DESC) WHERE (preferred_writer_id IS NOT NULL);


--
-- Name: INDEX orders_preferred_writer_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_preferred_writer_id_created_at_idx IS 'queue preferred_orders';


--
-- Name: orders_previous_order_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_previous_order_id_idx ON public.orders USING btree (previous_order_id) WHERE (previous_order_id IS NOT NULL);


--
-- Name: INDEX orders_previous_order_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_previous_order_id_idx IS 'follow-up orders';


--
-- Name: orders_search_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_search_idx ON public.orders USING gin (to_tsvector('simple'::regconfig, (topic)::text));


--
-- Name: INDEX orders_search_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_search_idx IS 'unified-search';


--
-- Name: orders_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_status_created_at_idx ON public.orders USING btree (status, created_at DESC) INCLUDE (is_paid, total_price_cents) WHERE (deleted_at IS NULL);


--
-- Name: INDEX orders_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_status_created_at_idx IS 'order_status_breakdown (index-only), stuck and status lists over all websites';


--
-- Name: orders_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_website_id_created_at_idx ON public.orders USING btree (website_id, created_at DESC) INCLUDE (status, is_paid, total_price_cents) WHERE (deleted_at IS NULL);


--
-- Name: INDEX orders_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_website_id_created_at_idx IS 'main dashboard aggregate, recent_orders, revenue_trends, monthly-/yearly-orders of one website (index-only)';


--
-- Name: orders_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_website_id_status_created_at_idx ON public.orders USING btree (website_id, status, created_at DESC) WHERE (deleted_at IS NULL);


--
-- Name: INDEX orders_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.orders_website_id_status_created_at_idx IS 'orders/dashboard, assignment-queue, stuck, status filters of one website';


--
-- Name: payment_deletion_messages_created_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payment_deletion_messages_created_by_id_fk ON public.payment_deletion_messages USING btree (created_by_id) WHERE (created_by_id IS NOT NULL);


--
-- Name: payment_deletion_messages_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payment_deletion_messages_website_id_fk ON public.payment_deletion_messages USING btree (website_id);


--
-- Name: payment_reminder_configs_created_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payment_reminder_configs_created_by_id_fk ON public.payment_reminder_configs USING btree (created_by_id) WHERE (created_by_id IS NOT NULL);


--
-- Name: payment_reminders_sent_client_id_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payment_reminders_sent_client_id_sent_at_idx ON public.payment_reminders_sent USING btree (client_id, sent_at DESC);


--
-- Name: INDEX payment_reminders_sent_client_id_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payment_reminders_sent_client_id_sent_at_idx IS 'client’s reminders';


--
-- Name: payment_reminders_sent_order_id_reminder_config_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payment_reminders_sent_order_id_reminder_config_id_idx ON public.payment_reminders_sent USING btree (order_id, reminder_config_id) WHERE (order_id IS NOT NULL);


--
-- Name: INDEX payment_reminders_sent_order_id_reminder_config_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payment_reminders_sent_order_id_reminder_config_id_idx IS 'client payment-reminders, next reminder of an order';


--
-- Name: payment_reminders_sent_payment_id_reminder_config_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payment_reminders_sent_payment_id_reminder_config_id_idx ON public.payment_reminders_sent USING btree (payment_id, reminder_config_id) WHERE (payment_id IS NOT NULL);


--
-- Name: INDEX payment_reminders_sent_payment_id_reminder_config_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payment_reminders_sent_payment_id_reminder_config_id_idx IS 'reminders of a payment';


--
-- Name: payment_reminders_sent_website_id_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payment_reminders_sent_website_id_sent_at_idx ON public.payment_reminders_sent USING btree (website_id, sent_at DESC);


--
-- Name: INDEX payment_reminders_sent_website_id_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payment_reminders_sent_website_id_sent_at_idx IS 'payment_reminder_stats total and 7 days, sent list';


--
-- Name: payments_class_bundle_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_class_bundle_id_created_at_idx ON public.payments USING btree (class_bundle_id, created_at DESC) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: INDEX payments_class_bundle_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_class_bundle_id_created_at_idx IS 'payments of a bundle';


--
-- Name: payments_client_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_client_id_status_created_at_idx ON public.payments USING btree (client_id, status, created_at DESC) INCLUDE (amount_cents) WHERE (client_id IS NOT NULL);


--
-- Name: INDEX payments_client_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_client_id_status_created_at_idx IS 'client stats spend, user payments list';


--
-- Name: payments_income_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_income_idx ON public.payments USING btree (effective_at) INCLUDE (website_id, amount_cents) WHERE ((status)::text = ANY ((ARRAY['completed'::character varying, 'succeeded'::character varying])::text[]));


--
-- Name: INDEX payments_income_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_income_idx IS 'amount_paid_today, income_this_week/2weeks/monthly, financial-overview (index-only, any scope)';


--
-- Name: payments_intent_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX payments_intent_key ON public.payments USING btree (provider, provider_intent_id) WHERE (provider_intent_id IS NOT NULL);


--
-- Name: payments_invoice_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_invoice_id_idx ON public.payments USING btree (invoice_id) WHERE (invoice_id IS NOT NULL);


--
-- Name: INDEX payments_invoice_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_invoice_id_idx IS 'payment of an invoice';


--
-- Name: payments_ledger_transfer_id_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX payments_ledger_transfer_id_key ON public.payments USING btree (ledger_transfer_id) WHERE (ledger_transfer_id IS NOT NULL);


--
-- Name: payments_order_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_order_id_created_at_idx ON public.payments USING btree (order_id, created_at DESC) WHERE (order_id IS NOT NULL);


--
-- Name: INDEX payments_order_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_order_id_created_at_idx IS 'payments of an order, client analytics';


--
-- Name: payments_recipient_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_recipient_id_created_at_idx ON public.payments USING btree (recipient_id, created_at DESC) WHERE (recipient_id IS NOT NULL);


--
-- Name: INDEX payments_recipient_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_recipient_id_created_at_idx IS 'payments received by a worker';


--
-- Name: payments_special_order_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_special_order_id_created_at_idx ON public.payments USING btree (special_order_id, created_at DESC) WHERE (special_order_id IS NOT NULL);


--
-- Name: INDEX payments_special_order_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_special_order_id_created_at_idx IS 'payments of a special order';


--
-- Name: payments_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_status_created_at_idx ON public.payments USING btree (status, created_at DESC) INCLUDE (amount_cents);


--
-- Name: INDEX payments_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_status_created_at_idx IS 'payment_stats and payment lists over all websites';


--
-- Name: payments_tip_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_tip_id_idx ON public.payments USING btree (tip_id) WHERE (tip_id IS NOT NULL);


--
-- Name: INDEX payments_tip_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_tip_id_idx IS 'tips list payment{}';


--
-- Name: payments_wallet_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_wallet_id_created_at_idx ON public.payments USING btree (wallet_id, created_at DESC) WHERE (wallet_id IS NOT NULL);


--
-- Name: INDEX payments_wallet_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_wallet_id_created_at_idx IS 'top_up_history';


--
-- Name: payments_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_website_id_created_at_idx ON public.payments USING btree (website_id, created_at DESC);


--
-- Name: INDEX payments_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_website_id_created_at_idx IS 'all-payments, exports of one website';


--
-- Name: payments_website_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_website_id_status_idx ON public.payments USING btree (website_id, status) INCLUDE (amount_cents);


--
-- Name: INDEX payments_website_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payments_website_id_status_idx IS 'payment_stats of one website (index-only)';


--
-- Name: payout_methods_default_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX payout_methods_default_key ON public.payout_methods USING btree (user_id) WHERE (is_default AND (deleted_at IS NULL));


--
-- Name: payout_methods_user_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_methods_user_id_fk ON public.payout_methods USING btree (user_id);


--
-- Name: payout_methods_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_methods_website_id_fk ON public.payout_methods USING btree (website_id);


--
-- Name: payout_requests_decided_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_requests_decided_by_id_fk ON public.payout_requests USING btree (decided_by_id) WHERE (decided_by_id IS NOT NULL);


--
-- Name: payout_requests_hold_transfer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_requests_hold_transfer_id_fk ON public.payout_requests USING btree (hold_transfer_id) WHERE (hold_transfer_id IS NOT NULL);


--
-- Name: payout_requests_payout_method_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_requests_payout_method_id_fk ON public.payout_requests USING btree (payout_method_id) WHERE (payout_method_id IS NOT NULL);


--
-- Name: payout_requests_settle_transfer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_requests_settle_transfer_id_fk ON public.payout_requests USING btree (settle_transfer_id) WHERE (settle_transfer_id IS NOT NULL);


--
-- Name: payout_requests_user_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_requests_user_id_status_created_at_idx ON public.payout_requests USING btree (user_id, status, created_at DESC);


--
-- Name: INDEX payout_requests_user_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payout_requests_user_id_status_created_at_idx IS 'payment-status payout_requests, pending_payout_amount';


--
-- Name: payout_requests_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payout_requests_website_id_status_created_at_idx ON public.payout_requests USING btree (website_id, status, created_at) INCLUDE (amount_cents);


--
-- Name: INDEX payout_requests_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.payout_requests_website_id_status_created_at_idx IS 'payout queue, superadmin pending_payouts';


--
-- Name: preferred_writer_responses_writer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX preferred_writer_responses_writer_id_fk ON public.preferred_writer_responses USING btree (writer_id);


--
-- Name: promotional_campaigns_created_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX promotional_campaigns_created_by_id_fk ON public.promotional_campaigns USING btree (created_by_id) WHERE (created_by_id IS NOT NULL);


--
-- Name: redemption_items_min_tier_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX redemption_items_min_tier_id_fk ON public.redemption_items USING btree (min_tier_id) WHERE (min_tier_id IS NOT NULL);


--
-- Name: redemption_items_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX redemption_items_website_id_fk ON public.redemption_items USING btree (website_id);


--
-- Name: redemption_requests_client_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX redemption_requests_client_id_created_at_idx ON public.redemption_requests USING btree (client_id, created_at DESC);


--
-- Name: INDEX redemption_requests_client_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.redemption_requests_client_id_created_at_idx IS 'client’s redemptions';


--
-- Name: redemption_requests_decided_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX redemption_requests_decided_by_id_fk ON public.redemption_requests USING btree (decided_by_id) WHERE (decided_by_id IS NOT NULL);


--
-- Name: redemption_requests_fulfilled_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX redemption_requests_fulfilled_by_id_fk ON public.redemption_requests USING btree (fulfilled_by_id) WHERE (fulfilled_by_id IS NOT NULL);


--
-- Name: redemption_requests_item_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX redemption_requests_item_id_fk ON public.redemption_requests USING btree (item_id);


--
-- Name: redemption_requests_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX redemption_requests_website_id_status_created_at_idx ON public.redemption_requests USING btree (website_id, status, created_at);


--
-- Name: INDEX redemption_requests_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.redemption_requests_website_id_status_created_at_idx IS 'redemption queue';


--
-- Name: referral_codes_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX referral_codes_website_id_fk ON public.referral_codes USING btree (website_id);


--
-- Name: referrals_flagged_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX referrals_flagged_idx ON public.referrals USING btree (created_at DESC) INCLUDE (website_id) WHERE (is_flagged AND (voided_at IS NULL));


--
-- Name: INDEX referrals_flagged_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.referrals_flagged_idx IS 'referrals/abuse-flags';


--
-- Name: referrals_ledger_transfer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX referrals_ledger_transfer_id_fk ON public.referrals USING btree (ledger_transfer_id) WHERE (ledger_transfer_id IS NOT NULL);


--
-- Name: referrals_referrer_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX referrals_referrer_id_created_at_idx ON public.referrals USING btree (referrer_id, created_at DESC) INCLUDE (bonus_awarded_at, bonus_cents);


--
-- Name: INDEX referrals_referrer_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.referrals_referrer_id_created_at_idx IS 'client referrals totals and recent list';


--
-- Name: referrals_voided_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX referrals_voided_by_id_fk ON public.referrals USING btree (voided_by_id) WHERE (voided_by_id IS NOT NULL);


--
-- Name: referrals_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX referrals_website_id_created_at_idx ON public.referrals USING btree (website_id, created_at DESC);


--
-- Name: INDEX referrals_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.referrals_website_id_created_at_idx IS 'referrals/tracking';


--
-- Name: refunds_client_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_client_id_created_at_idx ON public.refunds USING btree (client_id, created_at DESC) WHERE (client_id IS NOT NULL);


--
-- Name: INDEX refunds_client_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.refunds_client_id_created_at_idx IS 'client’s refunds';


--
-- Name: refunds_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_created_at_idx ON public.refunds USING btree (created_at DESC);


--
-- Name: INDEX refunds_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.refunds_created_at_idx IS 'recent_refunds, weekly_trends, refunds history, over all websites';


--
-- Name: refunds_ledger_transfer_id_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX refunds_ledger_transfer_id_key ON public.refunds USING btree (ledger_transfer_id) WHERE (ledger_transfer_id IS NOT NULL);


--
-- Name: refunds_payment_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_payment_id_idx ON public.refunds USING btree (payment_id);


--
-- Name: INDEX refunds_payment_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.refunds_payment_id_idx IS 'refunds of a payment';


--
-- Name: refunds_processed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_processed_at_idx ON public.refunds USING btree (processed_at DESC) INCLUDE (website_id, wallet_amount_cents, external_amount_cents) WHERE (processed_at IS NOT NULL);


--
-- Name: INDEX refunds_processed_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.refunds_processed_at_idx IS 'processed_recent, processed_this_month, avg_processing_days';


--
-- Name: refunds_processed_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_processed_by_id_fk ON public.refunds USING btree (processed_by_id) WHERE (processed_by_id IS NOT NULL);


--
-- Name: refunds_requested_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_requested_by_id_fk ON public.refunds USING btree (requested_by_id) WHERE (requested_by_id IS NOT NULL);


--
-- Name: refunds_website_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_website_id_created_at_idx ON public.refunds USING btree (website_id, created_at DESC);


--
-- Name: INDEX refunds_website_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.refunds_website_id_created_at_idx IS 'recent_refunds, weekly_trends, refunds history of one website';


--
-- Name: refunds_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_website_id_status_created_at_idx ON public.refunds USING btree (website_id, status, created_at DESC) INCLUDE (wallet_amount_cents, external_amount_cents);


--
-- Name: INDEX refunds_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.refunds_website_id_status_created_at_idx IS 'refunds/dashboard, refunds/pending';


--
-- Name: reviews_kind_submitted_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_kind_submitted_at_idx ON public.reviews USING btree (kind, submitted_at DESC) INCLUDE (rating, is_approved, is_shadowed, is_flagged);


--
-- Name: INDEX reviews_kind_submitted_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.reviews_kind_submitted_at_idx IS 'reviews/analytics in one scan, monthly_trends, spam-detection (index-only), over all websites';


--
-- Name: reviews_moderated_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_moderated_at_idx ON public.reviews USING btree (moderated_at DESC) WHERE (moderated_at IS NOT NULL);


--
-- Name: INDEX reviews_moderated_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.reviews_moderated_at_idx IS 'reviews/moderation-history';


--
-- Name: reviews_moderated_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_moderated_by_id_fk ON public.reviews USING btree (moderated_by_id) WHERE (moderated_by_id IS NOT NULL);


--
-- Name: reviews_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_order_id_fk ON public.reviews USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: reviews_order_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX reviews_order_key ON public.reviews USING btree (reviewer_id, order_id) WHERE ((kind)::text = 'order'::text);


--
-- Name: reviews_queue_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_queue_idx ON public.reviews USING btree (submitted_at DESC) INCLUDE (website_id, kind) WHERE ((NOT is_approved) OR is_shadowed OR is_flagged);


--
-- Name: INDEX reviews_queue_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.reviews_queue_idx IS 'reviews/moderation-queue';


--
-- Name: reviews_reviewed_user_id_submitted_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_reviewed_user_id_submitted_at_idx ON public.reviews USING btree (reviewed_user_id, submitted_at DESC) INCLUDE (kind, rating, read_at) WHERE (reviewed_user_id IS NOT NULL);


--
-- Name: INDEX reviews_reviewed_user_id_submitted_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.reviews_reviewed_user_id_submitted_at_idx IS 'writer performance avg_rating, ratings of a worker or client';


--
-- Name: reviews_reviewer_id_submitted_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_reviewer_id_submitted_at_idx ON public.reviews USING btree (reviewer_id, submitted_at DESC);


--
-- Name: INDEX reviews_reviewer_id_submitted_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.reviews_reviewer_id_submitted_at_idx IS 'ratings given, spam-detection multiple_reviews_users';


--
-- Name: reviews_website_id_kind_submitted_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reviews_website_id_kind_submitted_at_idx ON public.reviews USING btree (website_id, kind, submitted_at DESC) INCLUDE (rating, is_approved, is_shadowed, is_flagged);


--
-- Name: INDEX reviews_website_id_kind_submitted_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.reviews_website_id_kind_submitted_at_idx IS 'reviews/analytics in one scan, monthly_trends, spam-detection (index-only)';


--
-- Name: reviews_website_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX reviews_website_key ON public.reviews USING btree (reviewer_id, website_id) WHERE ((kind)::text = 'website'::text);


--
-- Name: screened_words_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX screened_words_website_id_fk ON public.screened_words USING btree (website_id) WHERE (website_id IS NOT NULL);


--
-- Name: sessions_expires_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_expires_at_idx ON public.sessions USING btree (expires_at);


--
-- Name: INDEX sessions_expires_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.sessions_expires_at_idx IS 'purge job';


--
-- Name: sessions_family_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_family_id_idx ON public.sessions USING btree (family_id);


--
-- Name: INDEX sessions_family_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.sessions_family_id_idx IS 'reuse of a rotated token revokes the family';


--
-- Name: sessions_impersonated_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_impersonated_by_id_fk ON public.sessions USING btree (impersonated_by_id) WHERE (impersonated_by_id IS NOT NULL);


--
-- Name: sessions_parent_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_parent_id_fk ON public.sessions USING btree (parent_id) WHERE (parent_id IS NOT NULL);


--
-- Name: sessions_user_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_user_id_created_at_idx ON public.sessions USING btree (user_id, created_at DESC);


--
-- Name: INDEX sessions_user_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.sessions_user_id_created_at_idx IS 'own sessions, revoke all, duplicate detection by ip';


--
-- Name: special_orders_client_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX special_orders_client_id_created_at_idx ON public.special_orders USING btree (client_id, created_at DESC);


--
-- Name: INDEX special_orders_client_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.special_orders_client_id_created_at_idx IS 'client’s special orders';


--
-- Name: special_orders_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX special_orders_created_at_idx ON public.special_orders USING btree (created_at DESC);


--
-- Name: INDEX special_orders_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.special_orders_created_at_idx IS 'special-orders/dashboard, approval-queue, estimated-queue, over all websites, analytics trends';


--
-- Name: special_orders_special_order_type_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX special_orders_special_order_type_id_fk ON public.special_orders USING btree (special_order_type_id) WHERE (special_order_type_id IS NOT NULL);


--
-- Name: special_orders_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX special_orders_website_id_status_created_at_idx ON public.special_orders USING btree (website_id, status, created_at DESC) INCLUDE (order_type, is_approved, total_cost_cents);


--
-- Name: INDEX special_orders_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.special_orders_website_id_status_created_at_idx IS 'special-orders/dashboard, approval-queue, estimated-queue';


--
-- Name: special_orders_writer_id_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX special_orders_writer_id_status_idx ON public.special_orders USING btree (writer_id, status) WHERE (writer_id IS NOT NULL);


--
-- Name: INDEX special_orders_writer_id_status_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.special_orders_writer_id_status_idx IS 'payment-info special_order_earnings';


--
-- Name: staff_profiles_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_profiles_website_id_fk ON public.staff_profiles USING btree (website_id) WHERE (website_id IS NOT NULL);


--
-- Name: subjects_instructor_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subjects_instructor_id_fk ON public.subjects USING btree (instructor_id) WHERE (instructor_id IS NOT NULL);


--
-- Name: thread_participants_user_id_thread_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX thread_participants_user_id_thread_id_idx ON public.thread_participants USING btree (user_id, thread_id) INCLUDE (left_at);


--
-- Name: INDEX thread_participants_user_id_thread_id_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.thread_participants_user_id_thread_id_idx IS 'own thread list, visibility check of writers and clients';


--
-- Name: threads_active_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX threads_active_idx ON public.threads USING btree (updated_at DESC) INCLUDE (website_id) WHERE (closed_at IS NULL);


--
-- Name: INDEX threads_active_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.threads_active_idx IS 'active threads';


--
-- Name: threads_class_bundle_id_updated_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX threads_class_bundle_id_updated_at_idx ON public.threads USING btree (class_bundle_id, updated_at DESC) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: INDEX threads_class_bundle_id_updated_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.threads_class_bundle_id_updated_at_idx IS 'class-bundles/communication-threads';


--
-- Name: threads_direct_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX threads_direct_key ON public.threads USING btree (website_id, direct_key) WHERE (direct_key IS NOT NULL);


--
-- Name: threads_order_id_updated_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX threads_order_id_updated_at_idx ON public.threads USING btree (order_id, updated_at DESC) INCLUDE (closed_at) WHERE (order_id IS NOT NULL);


--
-- Name: INDEX threads_order_id_updated_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.threads_order_id_updated_at_idx IS 'threads of an order, active or not, start-for-order';


--
-- Name: threads_special_order_id_updated_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX threads_special_order_id_updated_at_idx ON public.threads USING btree (special_order_id, updated_at DESC) WHERE (special_order_id IS NOT NULL);


--
-- Name: INDEX threads_special_order_id_updated_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.threads_special_order_id_updated_at_idx IS 'threads of a special order';


--
-- Name: threads_thread_type_updated_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX threads_thread_type_updated_at_idx ON public.threads USING btree (thread_type, updated_at DESC);


--
-- Name: INDEX threads_thread_type_updated_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.threads_thread_type_updated_at_idx IS 'thread list by type over all websites, direct conversations';


--
-- Name: threads_website_id_thread_type_updated_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX threads_website_id_thread_type_updated_at_idx ON public.threads USING btree (website_id, thread_type, updated_at DESC);


--
-- Name: INDEX threads_website_id_thread_type_updated_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.threads_website_id_thread_type_updated_at_idx IS 'thread list by type of one website';


--
-- Name: threads_website_id_updated_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX threads_website_id_updated_at_idx ON public.threads USING btree (website_id, updated_at DESC);


--
-- Name: INDEX threads_website_id_updated_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.threads_website_id_updated_at_idx IS 'thread list of one website';


--
-- Name: tickets_assigned_to_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_assigned_to_id_status_created_at_idx ON public.tickets USING btree (assigned_to_id, status, created_at DESC) WHERE (assigned_to_id IS NOT NULL);


--
-- Name: INDEX tickets_assigned_to_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_assigned_to_id_status_created_at_idx IS 'queue my_assigned_tickets, workload';


--
-- Name: tickets_class_bundle_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_class_bundle_id_fk ON public.tickets USING btree (class_bundle_id) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: tickets_created_by_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_created_by_id_created_at_idx ON public.tickets USING btree (created_by_id, created_at DESC) WHERE (created_by_id IS NOT NULL);


--
-- Name: INDEX tickets_created_by_id_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_created_by_id_created_at_idx IS 'own tickets';


--
-- Name: tickets_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_order_id_fk ON public.tickets USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: tickets_resolved_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_resolved_idx ON public.tickets USING btree (assigned_to_id, resolved_at DESC) INCLUDE (created_at, first_response_at, sla_due_at) WHERE (resolved_at IS NOT NULL);


--
-- Name: INDEX tickets_resolved_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_resolved_idx IS 'tickets_resolved_today/this_week/this_month, response time, sla_compliance';


--
-- Name: tickets_search_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_search_idx ON public.tickets USING gin (to_tsvector('simple'::regconfig, (((title)::text || ' '::text) || description)));


--
-- Name: INDEX tickets_search_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_search_idx IS 'ticket search';


--
-- Name: tickets_sla_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_sla_idx ON public.tickets USING btree (sla_due_at) WHERE ((closed_at IS NULL) AND (sla_due_at IS NOT NULL));


--
-- Name: INDEX tickets_sla_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_sla_idx IS 'overdue_tickets, sla breaches';


--
-- Name: tickets_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_status_created_at_idx ON public.tickets USING btree (status, created_at DESC) WHERE (closed_at IS NULL);


--
-- Name: INDEX tickets_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_status_created_at_idx IS 'ticket lists and open counts over all websites';


--
-- Name: tickets_unassigned_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_unassigned_idx ON public.tickets USING btree (website_id, created_at DESC) WHERE ((assigned_to_id IS NULL) AND (closed_at IS NULL));


--
-- Name: INDEX tickets_unassigned_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_unassigned_idx IS 'support queue unassigned_tickets';


--
-- Name: tickets_website_id_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_website_id_status_created_at_idx ON public.tickets USING btree (website_id, status, created_at DESC) INCLUDE (source, priority, is_escalated);


--
-- Name: INDEX tickets_website_id_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tickets_website_id_status_created_at_idx IS 'ticket counts of the dashboards, ticketchartdata, ticket lists';


--
-- Name: tips_class_bundle_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_class_bundle_id_fk ON public.tips USING btree (class_bundle_id) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: tips_client_id_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_client_id_sent_at_idx ON public.tips USING btree (client_id, sent_at DESC);


--
-- Name: INDEX tips_client_id_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tips_client_id_sent_at_idx IS 'list_tips client_id';


--
-- Name: tips_ledger_transfer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_ledger_transfer_id_fk ON public.tips USING btree (ledger_transfer_id) WHERE (ledger_transfer_id IS NOT NULL);


--
-- Name: tips_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_order_id_fk ON public.tips USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: tips_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_sent_at_idx ON public.tips USING btree (sent_at DESC);


--
-- Name: INDEX tips_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tips_sent_at_idx IS 'tips/dashboard, tips/analytics, list_tips (index-only), over all websites';


--
-- Name: tips_website_id_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_website_id_sent_at_idx ON public.tips USING btree (website_id, sent_at DESC) INCLUDE (tip_type, payment_status, writer_level_id, writer_pct, amount_cents, writer_earning_cents, platform_profit_cents);


--
-- Name: INDEX tips_website_id_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tips_website_id_sent_at_idx IS 'tips/dashboard, tips/analytics, list_tips of one website (index-only)';


--
-- Name: tips_writer_id_sent_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_writer_id_sent_at_idx ON public.tips USING btree (writer_id, sent_at DESC) INCLUDE (writer_earning_cents, payment_status);


--
-- Name: INDEX tips_writer_id_sent_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.tips_writer_id_sent_at_idx IS 'tips/earnings, writer total_tips, summary.tips';


--
-- Name: tips_writer_level_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tips_writer_level_id_fk ON public.tips USING btree (writer_level_id) WHERE (writer_level_id IS NOT NULL);


--
-- Name: user_action_requests_decided_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_action_requests_decided_by_id_fk ON public.user_action_requests USING btree (decided_by_id) WHERE (decided_by_id IS NOT NULL);


--
-- Name: user_action_requests_pending_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX user_action_requests_pending_key ON public.user_action_requests USING btree (target_user_id, kind) WHERE ((status)::text = 'pending'::text);


--
-- Name: user_action_requests_requested_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_action_requests_requested_by_id_fk ON public.user_action_requests USING btree (requested_by_id);


--
-- Name: user_action_requests_status_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_action_requests_status_created_at_idx ON public.user_action_requests USING btree (status, created_at DESC);


--
-- Name: INDEX user_action_requests_status_created_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.user_action_requests_status_created_at_idx IS 'dashboard pending_promotion_requests, support-management escalations, account-deletion list';


--
-- Name: user_action_requests_target_user_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_action_requests_target_user_id_fk ON public.user_action_requests USING btree (target_user_id);


--
-- Name: user_action_requests_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_action_requests_website_id_fk ON public.user_action_requests USING btree (website_id) WHERE (website_id IS NOT NULL);


--
-- Name: user_badges_badge_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_badges_badge_id_fk ON public.user_badges USING btree (badge_id);


--
-- Name: user_badges_revoked_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_badges_revoked_by_id_fk ON public.user_badges USING btree (revoked_by_id) WHERE (revoked_by_id IS NOT NULL);


--
-- Name: user_presence_last_active_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_presence_last_active_at_idx ON public.user_presence USING btree (last_active_at DESC) WHERE is_online;


--
-- Name: INDEX user_presence_last_active_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.user_presence_last_active_at_idx IS 'chat/users, active users';


--
-- Name: users_blacklisted_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_blacklisted_idx ON public.users USING btree (website_id, joined_at DESC) WHERE is_blacklisted;


--
-- Name: INDEX users_blacklisted_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_blacklisted_idx IS 'user-management is_blacklisted=true';


--
-- Name: users_inactive_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_inactive_idx ON public.users USING btree (website_id, joined_at DESC) WHERE (NOT is_active);


--
-- Name: INDEX users_inactive_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_inactive_idx IS 'user-management is_active=false';


--
-- Name: users_joined_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_joined_at_idx ON public.users USING btree (joined_at DESC);


--
-- Name: INDEX users_joined_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_joined_at_idx IS 'user-management default order, new_users_last_24h/7d';


--
-- Name: users_last_login_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_last_login_at_idx ON public.users USING btree (last_login_at DESC NULLS LAST);


--
-- Name: INDEX users_last_login_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_last_login_at_idx IS 'user-management ordering=-last_login';


--
-- Name: users_probation_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_probation_idx ON public.users USING btree (website_id, probation_ends_at) WHERE is_on_probation;


--
-- Name: INDEX users_probation_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_probation_idx IS 'user-management is_on_probation=true, job that ends probation';


--
-- Name: users_role_is_active_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_role_is_active_idx ON public.users USING btree (role, is_active);


--
-- Name: INDEX users_role_is_active_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_role_is_active_idx IS 'user-management filters of platform staff, people pickers by role';


--
-- Name: users_role_joined_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_role_joined_at_idx ON public.users USING btree (role, joined_at DESC);


--
-- Name: INDEX users_role_joined_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_role_joined_at_idx IS 'new writers/clients per year over all websites';


--
-- Name: users_search_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_search_idx ON public.users USING gin (to_tsvector('simple'::regconfig, (((((((username)::text || ' '::text) || (email)::text) || ' '::text) || (first_name)::text) || ' '::text) || (last_name)::text)));


--
-- Name: INDEX users_search_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_search_idx IS 'unified-search, users/search';


--
-- Name: users_suspended_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_suspended_idx ON public.users USING btree (website_id, suspension_ends_at) WHERE is_suspended;


--
-- Name: INDEX users_suspended_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_suspended_idx IS 'user-management is_suspended=true, job that lifts suspensions';


--
-- Name: users_website_id_role_joined_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_website_id_role_joined_at_idx ON public.users USING btree (website_id, role, joined_at DESC) INCLUDE (is_active, is_suspended, is_blacklisted, is_on_probation);


--
-- Name: INDEX users_website_id_role_joined_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.users_website_id_role_joined_at_idx IS 'user counts of the main dashboard, user-management/stats, yearly-comparison';


--
-- Name: wallets_owner_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX wallets_owner_key ON public.wallets USING btree (user_id, website_id, currency) WHERE (user_id IS NOT NULL);


--
-- Name: wallets_system_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX wallets_system_key ON public.wallets USING btree (website_id, kind, currency, shard) WHERE (user_id IS NULL);


--
-- Name: wallets_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX wallets_website_id_fk ON public.wallets USING btree (website_id);


--
-- Name: writer_bonuses_class_bundle_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_bonuses_class_bundle_id_fk ON public.writer_bonuses USING btree (class_bundle_id) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: writer_bonuses_granted_by_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_bonuses_granted_by_id_fk ON public.writer_bonuses USING btree (granted_by_id) WHERE (granted_by_id IS NOT NULL);


--
-- Name: writer_bonuses_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_bonuses_order_id_fk ON public.writer_bonuses USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: writer_bonuses_special_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_bonuses_special_order_id_fk ON public.writer_bonuses USING btree (special_order_id) WHERE (special_order_id IS NOT NULL);


--
-- Name: writer_bonuses_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_bonuses_website_id_fk ON public.writer_bonuses USING btree (website_id);


--
-- Name: writer_bonuses_writer_id_granted_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_bonuses_writer_id_granted_at_idx ON public.writer_bonuses USING btree (writer_id, granted_at DESC) INCLUDE (amount_cents, special_order_id, class_bundle_id);


--
-- Name: INDEX writer_bonuses_writer_id_granted_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.writer_bonuses_writer_id_granted_at_idx IS 'payment-info bonuses';


--
-- Name: writer_order_priorities_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_order_priorities_order_id_fk ON public.writer_order_priorities USING btree (order_id);


--
-- Name: writer_payments_class_bundle_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_payments_class_bundle_id_fk ON public.writer_payments USING btree (class_bundle_id) WHERE (class_bundle_id IS NOT NULL);


--
-- Name: writer_payments_ledger_transfer_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_payments_ledger_transfer_id_fk ON public.writer_payments USING btree (ledger_transfer_id) WHERE (ledger_transfer_id IS NOT NULL);


--
-- Name: writer_payments_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_payments_order_id_fk ON public.writer_payments USING btree (order_id) WHERE (order_id IS NOT NULL);


--
-- Name: writer_payments_special_order_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_payments_special_order_id_fk ON public.writer_payments USING btree (special_order_id) WHERE (special_order_id IS NOT NULL);


--
-- Name: writer_payments_website_id_paid_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_payments_website_id_paid_at_idx ON public.writer_payments USING btree (website_id, paid_at DESC) INCLUDE (amount_cents);


--
-- Name: INDEX writer_payments_website_id_paid_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.writer_payments_website_id_paid_at_idx IS 'financial-overview writer_payments, pending payouts to writers';


--
-- Name: writer_payments_writer_id_paid_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_payments_writer_id_paid_at_idx ON public.writer_payments USING btree (writer_id, paid_at DESC) INCLUDE (kind, status, due_on, amount_cents, bonuses_cents);


--
-- Name: INDEX writer_payments_writer_id_paid_at_idx; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.writer_payments_writer_id_paid_at_idx IS 'writer earnings, earnings_trend, payment_history, pending_payments (paid_at NULL sorts first), payment-info total_bonuses';


--
-- Name: writer_performance_snapshots_website_id_period_to_on_composite_; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_performance_snapshots_website_id_period_to_on_composite_ ON public.writer_performance_snapshots USING btree (website_id, period_to_on DESC, composite_score DESC);


--
-- Name: INDEX writer_performance_snapshots_website_id_period_to_on_composite_; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON INDEX public.writer_performance_snapshots_website_id_period_to_on_composite_ IS 'level ranking_position, latest_snapshot';


--
-- Name: writer_profiles_website_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_profiles_website_id_fk ON public.writer_profiles USING btree (website_id);


--
-- Name: writer_profiles_writer_level_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_profiles_writer_level_id_fk ON public.writer_profiles USING btree (writer_level_id) WHERE (writer_level_id IS NOT NULL);


--
-- Name: writer_subject_preferences_subject_id_fk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX writer_subject_preferences_subject_id_fk ON public.writer_subject_preferences USING btree (subject_id);


--
-- Name: academic_levels academic_levels_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER academic_levels_invalidate_delete AFTER DELETE ON public.academic_levels REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_academic_levels();


--
-- Name: academic_levels academic_levels_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER academic_levels_invalidate_insert AFTER INSERT ON public.academic_levels REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_academic_levels();


--
-- Name: academic_levels academic_levels_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER academic_levels_invalidate_truncate AFTER TRUNCATE ON public.academic_levels FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_academic_levels();


--
-- Name: academic_levels academic_levels_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER academic_levels_invalidate_update AFTER UPDATE ON public.academic_levels REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_academic_levels();


--
-- Name: academic_levels academic_levels_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER academic_levels_touch_updated_at BEFORE UPDATE ON public.academic_levels FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: additional_services additional_services_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER additional_services_invalidate_delete AFTER DELETE ON public.additional_services REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_additional_services();


--
-- Name: additional_services additional_services_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER additional_services_invalidate_insert AFTER INSERT ON public.additional_services REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_additional_services();


--
-- Name: additional_services additional_services_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER additional_services_invalidate_truncate AFTER TRUNCATE ON public.additional_services FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_additional_services();


--
-- Name: additional_services additional_services_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER additional_services_invalidate_update AFTER UPDATE ON public.additional_services REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_additional_services();


--
-- Name: additional_services additional_services_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER additional_services_touch_updated_at BEFORE UPDATE ON public.additional_services FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: advance_payments advance_payments_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER advance_payments_touch_updated_at BEFORE UPDATE ON public.advance_payments FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: audit_log audit_log_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_log_invalidate_delete AFTER DELETE ON public.audit_log REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_audit_log();


--
-- Name: audit_log audit_log_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_log_invalidate_insert AFTER INSERT ON public.audit_log REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_audit_log();


--
-- Name: audit_log audit_log_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_log_invalidate_truncate AFTER TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_audit_log();


--
-- Name: audit_log audit_log_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_log_invalidate_update AFTER UPDATE ON public.audit_log REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_audit_log();


--
-- Name: audit_log audit_log_refuse_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_log_refuse_change BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: badges badges_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER badges_invalidate_delete AFTER DELETE ON public.badges REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_badges();


--
-- Name: badges badges_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER badges_invalidate_insert AFTER INSERT ON public.badges REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_badges();


--
-- Name: badges badges_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER badges_invalidate_truncate AFTER TRUNCATE ON public.badges FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_badges();


--
-- Name: badges badges_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER badges_invalidate_update AFTER UPDATE ON public.badges REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_badges();


--
-- Name: badges badges_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER badges_touch_updated_at BEFORE UPDATE ON public.badges FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: blacklisted_emails blacklisted_emails_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER blacklisted_emails_invalidate_delete AFTER DELETE ON public.blacklisted_emails REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_blacklisted_emails();


--
-- Name: blacklisted_emails blacklisted_emails_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER blacklisted_emails_invalidate_insert AFTER INSERT ON public.blacklisted_emails REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_blacklisted_emails();


--
-- Name: blacklisted_emails blacklisted_emails_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER blacklisted_emails_invalidate_truncate AFTER TRUNCATE ON public.blacklisted_emails FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_blacklisted_emails();


--
-- Name: blacklisted_emails blacklisted_emails_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER blacklisted_emails_invalidate_update AFTER UPDATE ON public.blacklisted_emails REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_blacklisted_emails();


--
-- Name: blacklisted_emails blacklisted_emails_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER blacklisted_emails_touch_updated_at BEFORE UPDATE ON public.blacklisted_emails FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: broadcast_views broadcast_views_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcast_views_invalidate_delete AFTER DELETE ON public.broadcast_views REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcast_views();


--
-- Name: broadcast_views broadcast_views_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcast_views_invalidate_insert AFTER INSERT ON public.broadcast_views REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcast_views();


--
-- Name: broadcast_views broadcast_views_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcast_views_invalidate_truncate AFTER TRUNCATE ON public.broadcast_views FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcast_views();


--
-- Name: broadcast_views broadcast_views_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcast_views_invalidate_update AFTER UPDATE ON public.broadcast_views REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcast_views();


--
-- Name: broadcast_views broadcast_views_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcast_views_touch_updated_at BEFORE UPDATE ON public.broadcast_views FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: broadcasts broadcasts_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcasts_invalidate_delete AFTER DELETE ON public.broadcasts REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcasts();


--
-- Name: broadcasts broadcasts_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcasts_invalidate_insert AFTER INSERT ON public.broadcasts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcasts();


--
-- Name: broadcasts broadcasts_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcasts_invalidate_truncate AFTER TRUNCATE ON public.broadcasts FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcasts();


--
-- Name: broadcasts broadcasts_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcasts_invalidate_update AFTER UPDATE ON public.broadcasts REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_broadcasts();


--
-- Name: broadcasts broadcasts_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER broadcasts_touch_updated_at BEFORE UPDATE ON public.broadcasts FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: class_bundle_configs class_bundle_configs_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundle_configs_invalidate_delete AFTER DELETE ON public.class_bundle_configs REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundle_configs();


--
-- Name: class_bundle_configs class_bundle_configs_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundle_configs_invalidate_insert AFTER INSERT ON public.class_bundle_configs REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundle_configs();


--
-- Name: class_bundle_configs class_bundle_configs_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundle_configs_invalidate_truncate AFTER TRUNCATE ON public.class_bundle_configs FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundle_configs();


--
-- Name: class_bundle_configs class_bundle_configs_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundle_configs_invalidate_update AFTER UPDATE ON public.class_bundle_configs REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundle_configs();


--
-- Name: class_bundle_configs class_bundle_configs_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundle_configs_touch_updated_at BEFORE UPDATE ON public.class_bundle_configs FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: class_bundles class_bundles_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundles_invalidate_delete AFTER DELETE ON public.class_bundles REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundles();


--
-- Name: class_bundles class_bundles_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundles_invalidate_insert AFTER INSERT ON public.class_bundles REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundles();


--
-- Name: class_bundles class_bundles_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundles_invalidate_truncate AFTER TRUNCATE ON public.class_bundles FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundles();


--
-- Name: class_bundles class_bundles_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundles_invalidate_update AFTER UPDATE ON public.class_bundles REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_class_bundles();


--
-- Name: class_bundles class_bundles_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER class_bundles_touch_updated_at BEFORE UPDATE ON public.class_bundles FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: client_profiles client_profiles_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER client_profiles_invalidate_delete AFTER DELETE ON public.client_profiles REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_client_profiles();


--
-- Name: client_profiles client_profiles_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER client_profiles_invalidate_insert AFTER INSERT ON public.client_profiles REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_client_profiles();


--
-- Name: client_profiles client_profiles_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER client_profiles_invalidate_truncate AFTER TRUNCATE ON public.client_profiles FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_client_profiles();


--
-- Name: client_profiles client_profiles_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER client_profiles_invalidate_update AFTER UPDATE ON public.client_profiles REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_client_profiles();


--
-- Name: client_profiles client_profiles_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER client_profiles_touch_updated_at BEFORE UPDATE ON public.client_profiles FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: discount_usages discount_usages_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discount_usages_invalidate_delete AFTER DELETE ON public.discount_usages REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discount_usages();


--
-- Name: discount_usages discount_usages_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discount_usages_invalidate_insert AFTER INSERT ON public.discount_usages REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discount_usages();


--
-- Name: discount_usages discount_usages_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discount_usages_invalidate_truncate AFTER TRUNCATE ON public.discount_usages FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discount_usages();


--
-- Name: discount_usages discount_usages_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discount_usages_invalidate_update AFTER UPDATE ON public.discount_usages REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discount_usages();


--
-- Name: discounts discounts_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discounts_invalidate_delete AFTER DELETE ON public.discounts REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discounts();


--
-- Name: discounts discounts_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discounts_invalidate_insert AFTER INSERT ON public.discounts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discounts();


--
-- Name: discounts discounts_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discounts_invalidate_truncate AFTER TRUNCATE ON public.discounts FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discounts();


--
-- Name: discounts discounts_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discounts_invalidate_update AFTER UPDATE ON public.discounts REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_discounts();


--
-- Name: discounts discounts_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discounts_touch_updated_at BEFORE UPDATE ON public.discounts FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: dispute_responses dispute_responses_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER dispute_responses_touch_updated_at BEFORE UPDATE ON public.dispute_responses FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: disputes disputes_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER disputes_invalidate_delete AFTER DELETE ON public.disputes REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_disputes();


--
-- Name: disputes disputes_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER disputes_invalidate_insert AFTER INSERT ON public.disputes REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_disputes();


--
-- Name: disputes disputes_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER disputes_invalidate_truncate AFTER TRUNCATE ON public.disputes FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_disputes();


--
-- Name: disputes disputes_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER disputes_invalidate_update AFTER UPDATE ON public.disputes REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_disputes();


--
-- Name: disputes disputes_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER disputes_touch_updated_at BEFORE UPDATE ON public.disputes FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: editor_tasks editor_tasks_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER editor_tasks_invalidate_delete AFTER DELETE ON public.editor_tasks REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_editor_tasks();


--
-- Name: editor_tasks editor_tasks_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER editor_tasks_invalidate_insert AFTER INSERT ON public.editor_tasks REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_editor_tasks();


--
-- Name: editor_tasks editor_tasks_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER editor_tasks_invalidate_truncate AFTER TRUNCATE ON public.editor_tasks FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_editor_tasks();


--
-- Name: editor_tasks editor_tasks_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER editor_tasks_invalidate_update AFTER UPDATE ON public.editor_tasks REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_editor_tasks();


--
-- Name: editor_tasks editor_tasks_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER editor_tasks_touch_updated_at BEFORE UPDATE ON public.editor_tasks FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: english_types english_types_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER english_types_invalidate_delete AFTER DELETE ON public.english_types REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_english_types();


--
-- Name: english_types english_types_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER english_types_invalidate_insert AFTER INSERT ON public.english_types REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_english_types();


--
-- Name: english_types english_types_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER english_types_invalidate_truncate AFTER TRUNCATE ON public.english_types FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_english_types();


--
-- Name: english_types english_types_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER english_types_invalidate_update AFTER UPDATE ON public.english_types REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_english_types();


--
-- Name: english_types english_types_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER english_types_touch_updated_at BEFORE UPDATE ON public.english_types FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: express_classes express_classes_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER express_classes_touch_updated_at BEFORE UPDATE ON public.express_classes FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: files files_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER files_invalidate_delete AFTER DELETE ON public.files REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_files();


--
-- Name: files files_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER files_invalidate_insert AFTER INSERT ON public.files REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_files();


--
-- Name: files files_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER files_invalidate_truncate AFTER TRUNCATE ON public.files FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_files();


--
-- Name: files files_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER files_invalidate_update AFTER UPDATE ON public.files REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_files();


--
-- Name: files files_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER files_touch_updated_at BEFORE UPDATE ON public.files FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: fines fines_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER fines_invalidate_delete AFTER DELETE ON public.fines REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_fines();


--
-- Name: fines fines_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER fines_invalidate_insert AFTER INSERT ON public.fines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_fines();


--
-- Name: fines fines_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER fines_invalidate_truncate AFTER TRUNCATE ON public.fines FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_fines();


--
-- Name: fines fines_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER fines_invalidate_update AFTER UPDATE ON public.fines REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_fines();


--
-- Name: fines fines_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER fines_touch_updated_at BEFORE UPDATE ON public.fines FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: formatting_styles formatting_styles_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER formatting_styles_invalidate_delete AFTER DELETE ON public.formatting_styles REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_formatting_styles();


--
-- Name: formatting_styles formatting_styles_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER formatting_styles_invalidate_insert AFTER INSERT ON public.formatting_styles REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_formatting_styles();


--
-- Name: formatting_styles formatting_styles_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER formatting_styles_invalidate_truncate AFTER TRUNCATE ON public.formatting_styles FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_formatting_styles();


--
-- Name: formatting_styles formatting_styles_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER formatting_styles_invalidate_update AFTER UPDATE ON public.formatting_styles REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_formatting_styles();


--
-- Name: formatting_styles formatting_styles_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER formatting_styles_touch_updated_at BEFORE UPDATE ON public.formatting_styles FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: idempotency_keys idempotency_keys_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER idempotency_keys_touch_updated_at BEFORE UPDATE ON public.idempotency_keys FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: installments installments_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER installments_invalidate_delete AFTER DELETE ON public.installments REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_installments();


--
-- Name: installments installments_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER installments_invalidate_insert AFTER INSERT ON public.installments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_installments();


--
-- Name: installments installments_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER installments_invalidate_truncate AFTER TRUNCATE ON public.installments FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_installments();


--
-- Name: installments installments_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER installments_invalidate_update AFTER UPDATE ON public.installments REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_installments();


--
-- Name: installments installments_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER installments_touch_updated_at BEFORE UPDATE ON public.installments FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: invoices invoices_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER invoices_invalidate_delete AFTER DELETE ON public.invoices REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_invoices();


--
-- Name: invoices invoices_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER invoices_invalidate_insert AFTER INSERT ON public.invoices REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_invoices();


--
-- Name: invoices invoices_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER invoices_invalidate_truncate AFTER TRUNCATE ON public.invoices FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_invoices();


--
-- Name: invoices invoices_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER invoices_invalidate_update AFTER UPDATE ON public.invoices REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_invoices();


--
-- Name: invoices invoices_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER invoices_touch_updated_at BEFORE UPDATE ON public.invoices FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: ledger_entries ledger_entries_balanced; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON public.ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.ledger_balanced();


--
-- Name: ledger_entries ledger_entries_refuse_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER ledger_entries_refuse_change BEFORE DELETE OR UPDATE ON public.ledger_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_ledger_change();


--
-- Name: ledger_transfers ledger_transfers_refuse_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER ledger_transfers_refuse_change BEFORE DELETE OR UPDATE ON public.ledger_transfers FOR EACH ROW EXECUTE FUNCTION public.refuse_ledger_change();


--
-- Name: loyalty_configs loyalty_configs_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_configs_touch_updated_at BEFORE UPDATE ON public.loyalty_configs FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: loyalty_tiers loyalty_tiers_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_tiers_invalidate_delete AFTER DELETE ON public.loyalty_tiers REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_tiers();


--
-- Name: loyalty_tiers loyalty_tiers_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_tiers_invalidate_insert AFTER INSERT ON public.loyalty_tiers REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_tiers();


--
-- Name: loyalty_tiers loyalty_tiers_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_tiers_invalidate_truncate AFTER TRUNCATE ON public.loyalty_tiers FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_tiers();


--
-- Name: loyalty_tiers loyalty_tiers_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_tiers_invalidate_update AFTER UPDATE ON public.loyalty_tiers REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_tiers();


--
-- Name: loyalty_tiers loyalty_tiers_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_tiers_touch_updated_at BEFORE UPDATE ON public.loyalty_tiers FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: loyalty_transactions loyalty_transactions_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_transactions_invalidate_delete AFTER DELETE ON public.loyalty_transactions REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_transactions();


--
-- Name: loyalty_transactions loyalty_transactions_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_transactions_invalidate_insert AFTER INSERT ON public.loyalty_transactions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_transactions();


--
-- Name: loyalty_transactions loyalty_transactions_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_transactions_invalidate_truncate AFTER TRUNCATE ON public.loyalty_transactions FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_transactions();


--
-- Name: loyalty_transactions loyalty_transactions_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER loyalty_transactions_invalidate_update AFTER UPDATE ON public.loyalty_transactions REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_loyalty_transactions();


--
-- Name: message_flags message_flags_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_flags_touch_updated_at BEFORE UPDATE ON public.message_flags FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: message_reactions message_reactions_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_reactions_invalidate_delete AFTER DELETE ON public.message_reactions REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_reactions();


--
-- Name: message_reactions message_reactions_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_reactions_invalidate_insert AFTER INSERT ON public.message_reactions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_reactions();


--
-- Name: message_reactions message_reactions_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_reactions_invalidate_truncate AFTER TRUNCATE ON public.message_reactions FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_reactions();


--
-- Name: message_reactions message_reactions_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_reactions_invalidate_update AFTER UPDATE ON public.message_reactions REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_reactions();


--
-- Name: message_receipts message_receipts_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_receipts_invalidate_delete AFTER DELETE ON public.message_receipts REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_receipts();


--
-- Name: message_receipts message_receipts_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_receipts_invalidate_insert AFTER INSERT ON public.message_receipts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_receipts();


--
-- Name: message_receipts message_receipts_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_receipts_invalidate_truncate AFTER TRUNCATE ON public.message_receipts FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_receipts();


--
-- Name: message_receipts message_receipts_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_receipts_invalidate_update AFTER UPDATE ON public.message_receipts REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_message_receipts();


--
-- Name: message_receipts message_receipts_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER message_receipts_touch_updated_at BEFORE UPDATE ON public.message_receipts FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: messages messages_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER messages_invalidate_delete AFTER DELETE ON public.messages REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_messages();


--
-- Name: messages messages_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER messages_invalidate_insert AFTER INSERT ON public.messages REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_messages();


--
-- Name: messages messages_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER messages_invalidate_truncate AFTER TRUNCATE ON public.messages FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_messages();


--
-- Name: messages messages_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER messages_invalidate_update AFTER UPDATE ON public.messages REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_messages();


--
-- Name: messages messages_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER messages_touch_updated_at BEFORE UPDATE ON public.messages FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: notification_deliveries notification_deliveries_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notification_deliveries_touch_updated_at BEFORE UPDATE ON public.notification_deliveries FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: notification_preferences notification_preferences_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notification_preferences_invalidate_delete AFTER DELETE ON public.notification_preferences REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notification_preferences();


--
-- Name: notification_preferences notification_preferences_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notification_preferences_invalidate_insert AFTER INSERT ON public.notification_preferences REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notification_preferences();


--
-- Name: notification_preferences notification_preferences_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notification_preferences_invalidate_truncate AFTER TRUNCATE ON public.notification_preferences FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notification_preferences();


--
-- Name: notification_preferences notification_preferences_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notification_preferences_invalidate_update AFTER UPDATE ON public.notification_preferences REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notification_preferences();


--
-- Name: notification_preferences notification_preferences_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notification_preferences_touch_updated_at BEFORE UPDATE ON public.notification_preferences FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: notifications notifications_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notifications_invalidate_delete AFTER DELETE ON public.notifications REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notifications();


--
-- Name: notifications notifications_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notifications_invalidate_insert AFTER INSERT ON public.notifications REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notifications();


--
-- Name: notifications notifications_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notifications_invalidate_truncate AFTER TRUNCATE ON public.notifications FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notifications();


--
-- Name: notifications notifications_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notifications_invalidate_update AFTER UPDATE ON public.notifications REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_notifications();


--
-- Name: notifications notifications_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notifications_touch_updated_at BEFORE UPDATE ON public.notifications FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: order_assignments order_assignments_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_assignments_invalidate_delete AFTER DELETE ON public.order_assignments REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_assignments();


--
-- Name: order_assignments order_assignments_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_assignments_invalidate_insert AFTER INSERT ON public.order_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_assignments();


--
-- Name: order_assignments order_assignments_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_assignments_invalidate_truncate AFTER TRUNCATE ON public.order_assignments FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_assignments();


--
-- Name: order_assignments order_assignments_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_assignments_invalidate_update AFTER UPDATE ON public.order_assignments REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_assignments();


--
-- Name: order_assignments order_assignments_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_assignments_touch_updated_at BEFORE UPDATE ON public.order_assignments FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: order_change_requests order_change_requests_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_change_requests_invalidate_delete AFTER DELETE ON public.order_change_requests REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_change_requests();


--
-- Name: order_change_requests order_change_requests_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_change_requests_invalidate_insert AFTER INSERT ON public.order_change_requests REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_change_requests();


--
-- Name: order_change_requests order_change_requests_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_change_requests_invalidate_truncate AFTER TRUNCATE ON public.order_change_requests FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_change_requests();


--
-- Name: order_change_requests order_change_requests_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_change_requests_invalidate_update AFTER UPDATE ON public.order_change_requests REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_change_requests();


--
-- Name: order_change_requests order_change_requests_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_change_requests_touch_updated_at BEFORE UPDATE ON public.order_change_requests FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: order_files order_files_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_files_invalidate_delete AFTER DELETE ON public.order_files REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_files();


--
-- Name: order_files order_files_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_files_invalidate_insert AFTER INSERT ON public.order_files REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_files();


--
-- Name: order_files order_files_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_files_invalidate_truncate AFTER TRUNCATE ON public.order_files FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_files();


--
-- Name: order_files order_files_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_files_invalidate_update AFTER UPDATE ON public.order_files REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_files();


--
-- Name: order_files order_files_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_files_touch_updated_at BEFORE UPDATE ON public.order_files FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: order_items order_items_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_items_invalidate_delete AFTER DELETE ON public.order_items REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_items();


--
-- Name: order_items order_items_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_items_invalidate_insert AFTER INSERT ON public.order_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_items();


--
-- Name: order_items order_items_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_items_invalidate_truncate AFTER TRUNCATE ON public.order_items FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_items();


--
-- Name: order_items order_items_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_items_invalidate_update AFTER UPDATE ON public.order_items REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_items();


--
-- Name: order_items order_items_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_items_touch_updated_at BEFORE UPDATE ON public.order_items FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: order_pricing_snapshots order_pricing_snapshots_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_pricing_snapshots_invalidate_delete AFTER DELETE ON public.order_pricing_snapshots REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_pricing_snapshots();


--
-- Name: order_pricing_snapshots order_pricing_snapshots_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_pricing_snapshots_invalidate_insert AFTER INSERT ON public.order_pricing_snapshots REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_pricing_snapshots();


--
-- Name: order_pricing_snapshots order_pricing_snapshots_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_pricing_snapshots_invalidate_truncate AFTER TRUNCATE ON public.order_pricing_snapshots FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_pricing_snapshots();


--
-- Name: order_pricing_snapshots order_pricing_snapshots_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_pricing_snapshots_invalidate_update AFTER UPDATE ON public.order_pricing_snapshots REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_pricing_snapshots();


--
-- Name: order_requests order_requests_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_requests_invalidate_delete AFTER DELETE ON public.order_requests REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_requests();


--
-- Name: order_requests order_requests_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_requests_invalidate_insert AFTER INSERT ON public.order_requests REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_requests();


--
-- Name: order_requests order_requests_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_requests_invalidate_truncate AFTER TRUNCATE ON public.order_requests FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_requests();


--
-- Name: order_requests order_requests_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_requests_invalidate_update AFTER UPDATE ON public.order_requests REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_requests();


--
-- Name: order_requests order_requests_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_requests_touch_updated_at BEFORE UPDATE ON public.order_requests FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: order_transitions order_transitions_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_transitions_invalidate_delete AFTER DELETE ON public.order_transitions REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_transitions();


--
-- Name: order_transitions order_transitions_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_transitions_invalidate_insert AFTER INSERT ON public.order_transitions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_transitions();


--
-- Name: order_transitions order_transitions_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_transitions_invalidate_truncate AFTER TRUNCATE ON public.order_transitions FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_transitions();


--
-- Name: order_transitions order_transitions_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_transitions_invalidate_update AFTER UPDATE ON public.order_transitions REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_order_transitions();


--
-- Name: order_transitions order_transitions_refuse_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_transitions_refuse_change BEFORE DELETE OR UPDATE ON public.order_transitions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: orders orders_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_invalidate_delete AFTER DELETE ON public.orders REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_orders();


--
-- Name: orders orders_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_invalidate_insert AFTER INSERT ON public.orders REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_orders();


--
-- Name: orders orders_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_invalidate_truncate AFTER TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_orders();


--
-- Name: orders orders_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_invalidate_update AFTER UPDATE ON public.orders REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_orders();


--
-- Name: orders orders_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_touch_updated_at BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: paper_types paper_types_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER paper_types_invalidate_delete AFTER DELETE ON public.paper_types REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_paper_types();


--
-- Name: paper_types paper_types_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER paper_types_invalidate_insert AFTER INSERT ON public.paper_types REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_paper_types();


--
-- Name: paper_types paper_types_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER paper_types_invalidate_truncate AFTER TRUNCATE ON public.paper_types FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_paper_types();


--
-- Name: paper_types paper_types_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER paper_types_invalidate_update AFTER UPDATE ON public.paper_types REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_paper_types();


--
-- Name: paper_types paper_types_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER paper_types_touch_updated_at BEFORE UPDATE ON public.paper_types FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: payment_deletion_messages payment_deletion_messages_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_deletion_messages_invalidate_delete AFTER DELETE ON public.payment_deletion_messages REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_deletion_messages();


--
-- Name: payment_deletion_messages payment_deletion_messages_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_deletion_messages_invalidate_insert AFTER INSERT ON public.payment_deletion_messages REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_deletion_messages();


--
-- Name: payment_deletion_messages payment_deletion_messages_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_deletion_messages_invalidate_truncate AFTER TRUNCATE ON public.payment_deletion_messages FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_deletion_messages();


--
-- Name: payment_deletion_messages payment_deletion_messages_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_deletion_messages_invalidate_update AFTER UPDATE ON public.payment_deletion_messages REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_deletion_messages();


--
-- Name: payment_deletion_messages payment_deletion_messages_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_deletion_messages_touch_updated_at BEFORE UPDATE ON public.payment_deletion_messages FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: payment_reminder_configs payment_reminder_configs_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminder_configs_invalidate_delete AFTER DELETE ON public.payment_reminder_configs REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminder_configs();


--
-- Name: payment_reminder_configs payment_reminder_configs_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminder_configs_invalidate_insert AFTER INSERT ON public.payment_reminder_configs REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminder_configs();


--
-- Name: payment_reminder_configs payment_reminder_configs_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminder_configs_invalidate_truncate AFTER TRUNCATE ON public.payment_reminder_configs FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminder_configs();


--
-- Name: payment_reminder_configs payment_reminder_configs_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminder_configs_invalidate_update AFTER UPDATE ON public.payment_reminder_configs REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminder_configs();


--
-- Name: payment_reminder_configs payment_reminder_configs_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminder_configs_touch_updated_at BEFORE UPDATE ON public.payment_reminder_configs FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: payment_reminders_sent payment_reminders_sent_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminders_sent_invalidate_delete AFTER DELETE ON public.payment_reminders_sent REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminders_sent();


--
-- Name: payment_reminders_sent payment_reminders_sent_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminders_sent_invalidate_insert AFTER INSERT ON public.payment_reminders_sent REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminders_sent();


--
-- Name: payment_reminders_sent payment_reminders_sent_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminders_sent_invalidate_truncate AFTER TRUNCATE ON public.payment_reminders_sent FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminders_sent();


--
-- Name: payment_reminders_sent payment_reminders_sent_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payment_reminders_sent_invalidate_update AFTER UPDATE ON public.payment_reminders_sent REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payment_reminders_sent();


--
-- Name: payments payments_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payments_invalidate_delete AFTER DELETE ON public.payments REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payments();


--
-- Name: payments payments_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payments_invalidate_insert AFTER INSERT ON public.payments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payments();


--
-- Name: payments payments_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payments_invalidate_truncate AFTER TRUNCATE ON public.payments FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payments();


--
-- Name: payments payments_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payments_invalidate_update AFTER UPDATE ON public.payments REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payments();


--
-- Name: payments payments_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payments_touch_updated_at BEFORE UPDATE ON public.payments FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: payout_methods payout_methods_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_methods_invalidate_delete AFTER DELETE ON public.payout_methods REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_methods();


--
-- Name: payout_methods payout_methods_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_methods_invalidate_insert AFTER INSERT ON public.payout_methods REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_methods();


--
-- Name: payout_methods payout_methods_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_methods_invalidate_truncate AFTER TRUNCATE ON public.payout_methods FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_methods();


--
-- Name: payout_methods payout_methods_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_methods_invalidate_update AFTER UPDATE ON public.payout_methods REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_methods();


--
-- Name: payout_methods payout_methods_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_methods_touch_updated_at BEFORE UPDATE ON public.payout_methods FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: payout_requests payout_requests_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_requests_invalidate_delete AFTER DELETE ON public.payout_requests REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_requests();


--
-- Name: payout_requests payout_requests_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_requests_invalidate_insert AFTER INSERT ON public.payout_requests REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_requests();


--
-- Name: payout_requests payout_requests_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_requests_invalidate_truncate AFTER TRUNCATE ON public.payout_requests FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_requests();


--
-- Name: payout_requests payout_requests_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_requests_invalidate_update AFTER UPDATE ON public.payout_requests REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_payout_requests();


--
-- Name: payout_requests payout_requests_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payout_requests_touch_updated_at BEFORE UPDATE ON public.payout_requests FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: preferred_writer_responses preferred_writer_responses_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER preferred_writer_responses_invalidate_delete AFTER DELETE ON public.preferred_writer_responses REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_preferred_writer_responses();


--
-- Name: preferred_writer_responses preferred_writer_responses_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER preferred_writer_responses_invalidate_insert AFTER INSERT ON public.preferred_writer_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_preferred_writer_responses();


--
-- Name: preferred_writer_responses preferred_writer_responses_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER preferred_writer_responses_invalidate_truncate AFTER TRUNCATE ON public.preferred_writer_responses FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_preferred_writer_responses();


--
-- Name: preferred_writer_responses preferred_writer_responses_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER preferred_writer_responses_invalidate_update AFTER UPDATE ON public.preferred_writer_responses REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_preferred_writer_responses();


--
-- Name: promotional_campaigns promotional_campaigns_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER promotional_campaigns_invalidate_delete AFTER DELETE ON public.promotional_campaigns REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_promotional_campaigns();


--
-- Name: promotional_campaigns promotional_campaigns_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER promotional_campaigns_invalidate_insert AFTER INSERT ON public.promotional_campaigns REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_promotional_campaigns();


--
-- Name: promotional_campaigns promotional_campaigns_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER promotional_campaigns_invalidate_truncate AFTER TRUNCATE ON public.promotional_campaigns FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_promotional_campaigns();


--
-- Name: promotional_campaigns promotional_campaigns_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER promotional_campaigns_invalidate_update AFTER UPDATE ON public.promotional_campaigns REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_promotional_campaigns();


--
-- Name: promotional_campaigns promotional_campaigns_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER promotional_campaigns_touch_updated_at BEFORE UPDATE ON public.promotional_campaigns FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: redemption_items redemption_items_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER redemption_items_touch_updated_at BEFORE UPDATE ON public.redemption_items FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: redemption_requests redemption_requests_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER redemption_requests_touch_updated_at BEFORE UPDATE ON public.redemption_requests FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: referral_codes referral_codes_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER referral_codes_touch_updated_at BEFORE UPDATE ON public.referral_codes FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: referrals referrals_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER referrals_invalidate_delete AFTER DELETE ON public.referrals REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_referrals();


--
-- Name: referrals referrals_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER referrals_invalidate_insert AFTER INSERT ON public.referrals REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_referrals();


--
-- Name: referrals referrals_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER referrals_invalidate_truncate AFTER TRUNCATE ON public.referrals FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_referrals();


--
-- Name: referrals referrals_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER referrals_invalidate_update AFTER UPDATE ON public.referrals REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_referrals();


--
-- Name: referrals referrals_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER referrals_touch_updated_at BEFORE UPDATE ON public.referrals FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: refunds refunds_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refunds_invalidate_delete AFTER DELETE ON public.refunds REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_refunds();


--
-- Name: refunds refunds_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refunds_invalidate_insert AFTER INSERT ON public.refunds REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_refunds();


--
-- Name: refunds refunds_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refunds_invalidate_truncate AFTER TRUNCATE ON public.refunds FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_refunds();


--
-- Name: refunds refunds_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refunds_invalidate_update AFTER UPDATE ON public.refunds REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_refunds();


--
-- Name: refunds refunds_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refunds_touch_updated_at BEFORE UPDATE ON public.refunds FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: reviews reviews_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reviews_invalidate_delete AFTER DELETE ON public.reviews REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_reviews();


--
-- Name: reviews reviews_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reviews_invalidate_insert AFTER INSERT ON public.reviews REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_reviews();


--
-- Name: reviews reviews_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reviews_invalidate_truncate AFTER TRUNCATE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_reviews();


--
-- Name: reviews reviews_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reviews_invalidate_update AFTER UPDATE ON public.reviews REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_reviews();


--
-- Name: reviews reviews_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reviews_touch_updated_at BEFORE UPDATE ON public.reviews FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: screened_words screened_words_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER screened_words_touch_updated_at BEFORE UPDATE ON public.screened_words FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: sessions sessions_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER sessions_invalidate_delete AFTER DELETE ON public.sessions REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_sessions();


--
-- Name: sessions sessions_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER sessions_invalidate_insert AFTER INSERT ON public.sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_sessions();


--
-- Name: sessions sessions_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER sessions_invalidate_truncate AFTER TRUNCATE ON public.sessions FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_sessions();


--
-- Name: sessions sessions_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER sessions_invalidate_update AFTER UPDATE ON public.sessions REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_sessions();


--
-- Name: sessions sessions_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER sessions_touch_updated_at BEFORE UPDATE ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: special_order_prices special_order_prices_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_prices_invalidate_delete AFTER DELETE ON public.special_order_prices REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_prices();


--
-- Name: special_order_prices special_order_prices_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_prices_invalidate_insert AFTER INSERT ON public.special_order_prices REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_prices();


--
-- Name: special_order_prices special_order_prices_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_prices_invalidate_truncate AFTER TRUNCATE ON public.special_order_prices FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_prices();


--
-- Name: special_order_prices special_order_prices_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_prices_invalidate_update AFTER UPDATE ON public.special_order_prices REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_prices();


--
-- Name: special_order_prices special_order_prices_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_prices_touch_updated_at BEFORE UPDATE ON public.special_order_prices FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: special_order_types special_order_types_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_types_invalidate_delete AFTER DELETE ON public.special_order_types REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_types();


--
-- Name: special_order_types special_order_types_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_types_invalidate_insert AFTER INSERT ON public.special_order_types REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_types();


--
-- Name: special_order_types special_order_types_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_types_invalidate_truncate AFTER TRUNCATE ON public.special_order_types FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_types();


--
-- Name: special_order_types special_order_types_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_types_invalidate_update AFTER UPDATE ON public.special_order_types REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_order_types();


--
-- Name: special_order_types special_order_types_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_order_types_touch_updated_at BEFORE UPDATE ON public.special_order_types FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: special_orders special_orders_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_orders_invalidate_delete AFTER DELETE ON public.special_orders REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_orders();


--
-- Name: special_orders special_orders_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_orders_invalidate_insert AFTER INSERT ON public.special_orders REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_orders();


--
-- Name: special_orders special_orders_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_orders_invalidate_truncate AFTER TRUNCATE ON public.special_orders FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_orders();


--
-- Name: special_orders special_orders_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_orders_invalidate_update AFTER UPDATE ON public.special_orders REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_special_orders();


--
-- Name: special_orders special_orders_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER special_orders_touch_updated_at BEFORE UPDATE ON public.special_orders FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: staff_profiles staff_profiles_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staff_profiles_invalidate_delete AFTER DELETE ON public.staff_profiles REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_staff_profiles();


--
-- Name: staff_profiles staff_profiles_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staff_profiles_invalidate_insert AFTER INSERT ON public.staff_profiles REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_staff_profiles();


--
-- Name: staff_profiles staff_profiles_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staff_profiles_invalidate_truncate AFTER TRUNCATE ON public.staff_profiles FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_staff_profiles();


--
-- Name: staff_profiles staff_profiles_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staff_profiles_invalidate_update AFTER UPDATE ON public.staff_profiles REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_staff_profiles();


--
-- Name: staff_profiles staff_profiles_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staff_profiles_touch_updated_at BEFORE UPDATE ON public.staff_profiles FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: subjects subjects_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER subjects_invalidate_delete AFTER DELETE ON public.subjects REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_subjects();


--
-- Name: subjects subjects_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER subjects_invalidate_insert AFTER INSERT ON public.subjects REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_subjects();


--
-- Name: subjects subjects_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER subjects_invalidate_truncate AFTER TRUNCATE ON public.subjects FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_subjects();


--
-- Name: subjects subjects_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER subjects_invalidate_update AFTER UPDATE ON public.subjects REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_subjects();


--
-- Name: subjects subjects_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER subjects_touch_updated_at BEFORE UPDATE ON public.subjects FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: thread_participants thread_participants_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER thread_participants_invalidate_delete AFTER DELETE ON public.thread_participants REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_thread_participants();


--
-- Name: thread_participants thread_participants_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER thread_participants_invalidate_insert AFTER INSERT ON public.thread_participants REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_thread_participants();


--
-- Name: thread_participants thread_participants_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER thread_participants_invalidate_truncate AFTER TRUNCATE ON public.thread_participants FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_thread_participants();


--
-- Name: thread_participants thread_participants_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER thread_participants_invalidate_update AFTER UPDATE ON public.thread_participants REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_thread_participants();


--
-- Name: thread_participants thread_participants_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER thread_participants_touch_updated_at BEFORE UPDATE ON public.thread_participants FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: threads threads_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER threads_invalidate_delete AFTER DELETE ON public.threads REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_threads();


--
-- Name: threads threads_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER threads_invalidate_insert AFTER INSERT ON public.threads REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_threads();


--
-- Name: threads threads_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER threads_invalidate_truncate AFTER TRUNCATE ON public.threads FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_threads();


--
-- Name: threads threads_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER threads_invalidate_update AFTER UPDATE ON public.threads REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_threads();


--
-- Name: threads threads_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER threads_touch_updated_at BEFORE UPDATE ON public.threads FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: tickets tickets_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tickets_invalidate_delete AFTER DELETE ON public.tickets REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tickets();


--
-- Name: tickets tickets_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tickets_invalidate_insert AFTER INSERT ON public.tickets REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tickets();


--
-- Name: tickets tickets_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tickets_invalidate_truncate AFTER TRUNCATE ON public.tickets FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tickets();


--
-- Name: tickets tickets_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tickets_invalidate_update AFTER UPDATE ON public.tickets REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tickets();


--
-- Name: tickets tickets_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tickets_touch_updated_at BEFORE UPDATE ON public.tickets FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: tips tips_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tips_invalidate_delete AFTER DELETE ON public.tips REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tips();


--
-- Name: tips tips_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tips_invalidate_insert AFTER INSERT ON public.tips REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tips();


--
-- Name: tips tips_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tips_invalidate_truncate AFTER TRUNCATE ON public.tips FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tips();


--
-- Name: tips tips_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tips_invalidate_update AFTER UPDATE ON public.tips REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_tips();


--
-- Name: tips tips_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tips_touch_updated_at BEFORE UPDATE ON public.tips FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: user_action_requests user_action_requests_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_action_requests_invalidate_delete AFTER DELETE ON public.user_action_requests REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_action_requests();


--
-- Name: user_action_requests user_action_requests_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_action_requests_invalidate_insert AFTER INSERT ON public.user_action_requests REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_action_requests();


--
-- Name: user_action_requests user_action_requests_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_action_requests_invalidate_truncate AFTER TRUNCATE ON public.user_action_requests FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_action_requests();


--
-- Name: user_action_requests user_action_requests_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_action_requests_invalidate_update AFTER UPDATE ON public.user_action_requests REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_action_requests();


--
-- Name: user_action_requests user_action_requests_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_action_requests_touch_updated_at BEFORE UPDATE ON public.user_action_requests FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: user_badges user_badges_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_badges_invalidate_delete AFTER DELETE ON public.user_badges REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_badges();


--
-- Name: user_badges user_badges_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_badges_invalidate_insert AFTER INSERT ON public.user_badges REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_badges();


--
-- Name: user_badges user_badges_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_badges_invalidate_truncate AFTER TRUNCATE ON public.user_badges FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_badges();


--
-- Name: user_badges user_badges_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_badges_invalidate_update AFTER UPDATE ON public.user_badges REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_user_badges();


--
-- Name: user_badges user_badges_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_badges_touch_updated_at BEFORE UPDATE ON public.user_badges FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: user_presence user_presence_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER user_presence_touch_updated_at BEFORE UPDATE ON public.user_presence FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: users users_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER users_invalidate_delete AFTER DELETE ON public.users REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_users();


--
-- Name: users users_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER users_invalidate_insert AFTER INSERT ON public.users REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_users();


--
-- Name: users users_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER users_invalidate_truncate AFTER TRUNCATE ON public.users FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_users();


--
-- Name: users users_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER users_invalidate_update AFTER UPDATE ON public.users REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_users();


--
-- Name: users users_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER users_touch_updated_at BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: wallets wallets_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER wallets_invalidate_delete AFTER DELETE ON public.wallets REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_wallets();


--
-- Name: wallets wallets_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER wallets_invalidate_insert AFTER INSERT ON public.wallets REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_wallets();


--
-- Name: wallets wallets_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER wallets_invalidate_truncate AFTER TRUNCATE ON public.wallets FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_wallets();


--
-- Name: wallets wallets_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER wallets_invalidate_update AFTER UPDATE ON public.wallets REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_wallets();


--
-- Name: wallets wallets_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER wallets_touch_updated_at BEFORE UPDATE ON public.wallets FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: websites websites_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER websites_invalidate_delete AFTER DELETE ON public.websites REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_websites();


--
-- Name: websites websites_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER websites_invalidate_insert AFTER INSERT ON public.websites REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_websites();


--
-- Name: websites websites_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER websites_invalidate_truncate AFTER TRUNCATE ON public.websites FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_websites();


--
-- Name: websites websites_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER websites_invalidate_update AFTER UPDATE ON public.websites REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_websites();


--
-- Name: websites websites_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER websites_touch_updated_at BEFORE UPDATE ON public.websites FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: work_types work_types_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER work_types_invalidate_delete AFTER DELETE ON public.work_types REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_work_types();


--
-- Name: work_types work_types_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER work_types_invalidate_insert AFTER INSERT ON public.work_types REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_work_types();


--
-- Name: work_types work_types_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER work_types_invalidate_truncate AFTER TRUNCATE ON public.work_types FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_work_types();


--
-- Name: work_types work_types_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER work_types_invalidate_update AFTER UPDATE ON public.work_types REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_work_types();


--
-- Name: work_types work_types_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER work_types_touch_updated_at BEFORE UPDATE ON public.work_types FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_bonuses writer_bonuses_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_bonuses_invalidate_delete AFTER DELETE ON public.writer_bonuses REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_bonuses();


--
-- Name: writer_bonuses writer_bonuses_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_bonuses_invalidate_insert AFTER INSERT ON public.writer_bonuses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_bonuses();


--
-- Name: writer_bonuses writer_bonuses_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_bonuses_invalidate_truncate AFTER TRUNCATE ON public.writer_bonuses FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_bonuses();


--
-- Name: writer_bonuses writer_bonuses_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_bonuses_invalidate_update AFTER UPDATE ON public.writer_bonuses REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_bonuses();


--
-- Name: writer_bonuses writer_bonuses_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_bonuses_touch_updated_at BEFORE UPDATE ON public.writer_bonuses FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_configs writer_configs_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_configs_invalidate_delete AFTER DELETE ON public.writer_configs REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_configs();


--
-- Name: writer_configs writer_configs_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_configs_invalidate_insert AFTER INSERT ON public.writer_configs REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_configs();


--
-- Name: writer_configs writer_configs_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_configs_invalidate_truncate AFTER TRUNCATE ON public.writer_configs FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_configs();


--
-- Name: writer_configs writer_configs_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_configs_invalidate_update AFTER UPDATE ON public.writer_configs REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_configs();


--
-- Name: writer_configs writer_configs_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_configs_touch_updated_at BEFORE UPDATE ON public.writer_configs FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_levels writer_levels_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_levels_invalidate_delete AFTER DELETE ON public.writer_levels REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_levels();


--
-- Name: writer_levels writer_levels_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_levels_invalidate_insert AFTER INSERT ON public.writer_levels REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_levels();


--
-- Name: writer_levels writer_levels_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_levels_invalidate_truncate AFTER TRUNCATE ON public.writer_levels FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_levels();


--
-- Name: writer_levels writer_levels_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_levels_invalidate_update AFTER UPDATE ON public.writer_levels REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_levels();


--
-- Name: writer_levels writer_levels_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_levels_touch_updated_at BEFORE UPDATE ON public.writer_levels FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_order_priorities writer_order_priorities_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_order_priorities_touch_updated_at BEFORE UPDATE ON public.writer_order_priorities FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_payments writer_payments_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_payments_invalidate_delete AFTER DELETE ON public.writer_payments REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_payments();


--
-- Name: writer_payments writer_payments_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_payments_invalidate_insert AFTER INSERT ON public.writer_payments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_payments();


--
-- Name: writer_payments writer_payments_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_payments_invalidate_truncate AFTER TRUNCATE ON public.writer_payments FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_payments();


--
-- Name: writer_payments writer_payments_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_payments_invalidate_update AFTER UPDATE ON public.writer_payments REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_payments();


--
-- Name: writer_payments writer_payments_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_payments_touch_updated_at BEFORE UPDATE ON public.writer_payments FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_performance_snapshots writer_performance_snapshots_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_performance_snapshots_invalidate_delete AFTER DELETE ON public.writer_performance_snapshots REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_performance_snapshots();


--
-- Name: writer_performance_snapshots writer_performance_snapshots_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_performance_snapshots_invalidate_insert AFTER INSERT ON public.writer_performance_snapshots REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_performance_snapshots();


--
-- Name: writer_performance_snapshots writer_performance_snapshots_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_performance_snapshots_invalidate_truncate AFTER TRUNCATE ON public.writer_performance_snapshots FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_performance_snapshots();


--
-- Name: writer_performance_snapshots writer_performance_snapshots_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_performance_snapshots_invalidate_update AFTER UPDATE ON public.writer_performance_snapshots REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_performance_snapshots();


--
-- Name: writer_performance_snapshots writer_performance_snapshots_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_performance_snapshots_touch_updated_at BEFORE UPDATE ON public.writer_performance_snapshots FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_profiles writer_profiles_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_profiles_invalidate_delete AFTER DELETE ON public.writer_profiles REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_profiles();


--
-- Name: writer_profiles writer_profiles_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_profiles_invalidate_insert AFTER INSERT ON public.writer_profiles REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_profiles();


--
-- Name: writer_profiles writer_profiles_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_profiles_invalidate_truncate AFTER TRUNCATE ON public.writer_profiles FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_profiles();


--
-- Name: writer_profiles writer_profiles_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_profiles_invalidate_update AFTER UPDATE ON public.writer_profiles REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_profiles();


--
-- Name: writer_profiles writer_profiles_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_profiles_touch_updated_at BEFORE UPDATE ON public.writer_profiles FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: writer_subject_preferences writer_subject_preferences_invalidate_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_subject_preferences_invalidate_delete AFTER DELETE ON public.writer_subject_preferences REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_subject_preferences();


--
-- Name: writer_subject_preferences writer_subject_preferences_invalidate_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_subject_preferences_invalidate_insert AFTER INSERT ON public.writer_subject_preferences REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_subject_preferences();


--
-- Name: writer_subject_preferences writer_subject_preferences_invalidate_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_subject_preferences_invalidate_truncate AFTER TRUNCATE ON public.writer_subject_preferences FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_subject_preferences();


--
-- Name: writer_subject_preferences writer_subject_preferences_invalidate_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_subject_preferences_invalidate_update AFTER UPDATE ON public.writer_subject_preferences REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.invalidate_writer_subject_preferences();


--
-- Name: writer_subject_preferences writer_subject_preferences_touch_updated_at; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER writer_subject_preferences_touch_updated_at BEFORE UPDATE ON public.writer_subject_preferences FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: academic_levels academic_levels_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.academic_levels
    ADD CONSTRAINT academic_levels_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: additional_services additional_services_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.additional_services
    ADD CONSTRAINT additional_services_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: advance_payments advance_payments_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advance_payments
    ADD CONSTRAINT advance_payments_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES public.users(id);


--
-- Name: advance_payments advance_payments_ledger_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advance_payments
    ADD CONSTRAINT advance_payments_ledger_transfer_id_fkey FOREIGN KEY (ledger_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: advance_payments advance_payments_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advance_payments
    ADD CONSTRAINT advance_payments_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: advance_payments advance_payments_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.advance_payments
    ADD CONSTRAINT advance_payments_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: audit_log audit_log_actor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);


--
-- Name: audit_log audit_log_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: badges badges_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.badges
    ADD CONSTRAINT badges_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: blacklisted_emails blacklisted_emails_blacklisted_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blacklisted_emails
    ADD CONSTRAINT blacklisted_emails_blacklisted_by_id_fkey FOREIGN KEY (blacklisted_by_id) REFERENCES public.users(id);


--
-- Name: blacklisted_emails blacklisted_emails_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blacklisted_emails
    ADD CONSTRAINT blacklisted_emails_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: blacklisted_emails blacklisted_emails_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blacklisted_emails
    ADD CONSTRAINT blacklisted_emails_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: broadcast_views broadcast_views_broadcast_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcast_views
    ADD CONSTRAINT broadcast_views_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id) ON DELETE CASCADE;


--
-- Name: broadcast_views broadcast_views_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcast_views
    ADD CONSTRAINT broadcast_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: broadcast_views broadcast_views_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcast_views
    ADD CONSTRAINT broadcast_views_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: broadcasts broadcasts_created_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcasts
    ADD CONSTRAINT broadcasts_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);


--
-- Name: broadcasts broadcasts_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.broadcasts
    ADD CONSTRAINT broadcasts_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: class_bundle_configs class_bundle_configs_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundle_configs
    ADD CONSTRAINT class_bundle_configs_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: class_bundles class_bundles_assigned_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundles
    ADD CONSTRAINT class_bundles_assigned_writer_id_fkey FOREIGN KEY (assigned_writer_id) REFERENCES public.users(id);


--
-- Name: class_bundles class_bundles_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundles
    ADD CONSTRAINT class_bundles_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: class_bundles class_bundles_config_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundles
    ADD CONSTRAINT class_bundles_config_id_fkey FOREIGN KEY (config_id) REFERENCES public.class_bundle_configs(id);


--
-- Name: class_bundles class_bundles_created_by_admin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundles
    ADD CONSTRAINT class_bundles_created_by_admin_id_fkey FOREIGN KEY (created_by_admin_id) REFERENCES public.users(id);


--
-- Name: class_bundles class_bundles_discount_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundles
    ADD CONSTRAINT class_bundles_discount_id_fkey FOREIGN KEY (discount_id) REFERENCES public.discounts(id);


--
-- Name: class_bundles class_bundles_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.class_bundles
    ADD CONSTRAINT class_bundles_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: client_profiles client_profiles_loyalty_tier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_profiles
    ADD CONSTRAINT client_profiles_loyalty_tier_id_fkey FOREIGN KEY (loyalty_tier_id) REFERENCES public.loyalty_tiers(id);


--
-- Name: client_profiles client_profiles_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_profiles
    ADD CONSTRAINT client_profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: client_profiles client_profiles_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_profiles
    ADD CONSTRAINT client_profiles_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: discount_usages discount_usages_discount_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discount_usages
    ADD CONSTRAINT discount_usages_discount_id_fkey FOREIGN KEY (discount_id) REFERENCES public.discounts(id);


--
-- Name: discount_usages discount_usages_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discount_usages
    ADD CONSTRAINT discount_usages_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: discount_usages discount_usages_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discount_usages
    ADD CONSTRAINT discount_usages_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: discount_usages discount_usages_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discount_usages
    ADD CONSTRAINT discount_usages_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: discounts discounts_assigned_to_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discounts
    ADD CONSTRAINT discounts_assigned_to_client_id_fkey FOREIGN KEY (assigned_to_client_id) REFERENCES public.users(id);


--
-- Name: discounts discounts_campaign_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discounts
    ADD CONSTRAINT discounts_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.promotional_campaigns(id);


--
-- Name: discounts discounts_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discounts
    ADD CONSTRAINT discounts_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: dispute_responses dispute_responses_dispute_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispute_responses
    ADD CONSTRAINT dispute_responses_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES public.disputes(id);


--
-- Name: dispute_responses dispute_responses_file_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispute_responses
    ADD CONSTRAINT dispute_responses_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id);


--
-- Name: dispute_responses dispute_responses_responded_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispute_responses
    ADD CONSTRAINT dispute_responses_responded_by_id_fkey FOREIGN KEY (responded_by_id) REFERENCES public.users(id);


--
-- Name: dispute_responses dispute_responses_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispute_responses
    ADD CONSTRAINT dispute_responses_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: disputes disputes_assigned_to_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_assigned_to_id_fkey FOREIGN KEY (assigned_to_id) REFERENCES public.users(id);


--
-- Name: disputes disputes_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: disputes disputes_raised_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_raised_by_id_fkey FOREIGN KEY (raised_by_id) REFERENCES public.users(id);


--
-- Name: disputes disputes_resolved_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_resolved_by_id_fkey FOREIGN KEY (resolved_by_id) REFERENCES public.users(id);


--
-- Name: disputes disputes_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: editor_tasks editor_tasks_assigned_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.editor_tasks
    ADD CONSTRAINT editor_tasks_assigned_by_id_fkey FOREIGN KEY (assigned_by_id) REFERENCES public.users(id);


--
-- Name: editor_tasks editor_tasks_editor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.editor_tasks
    ADD CONSTRAINT editor_tasks_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES public.users(id);


--
-- Name: editor_tasks editor_tasks_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.editor_tasks
    ADD CONSTRAINT editor_tasks_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: editor_tasks editor_tasks_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.editor_tasks
    ADD CONSTRAINT editor_tasks_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: english_types english_types_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.english_types
    ADD CONSTRAINT english_types_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: express_classes express_classes_assigned_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.express_classes
    ADD CONSTRAINT express_classes_assigned_writer_id_fkey FOREIGN KEY (assigned_writer_id) REFERENCES public.users(id);


--
-- Name: express_classes express_classes_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.express_classes
    ADD CONSTRAINT express_classes_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: express_classes express_classes_reviewed_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.express_classes
    ADD CONSTRAINT express_classes_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users(id);


--
-- Name: express_classes express_classes_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.express_classes
    ADD CONSTRAINT express_classes_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: files files_uploader_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_uploader_id_fkey FOREIGN KEY (uploader_id) REFERENCES public.users(id);


--
-- Name: files files_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: fines fines_issued_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fines
    ADD CONSTRAINT fines_issued_by_id_fkey FOREIGN KEY (issued_by_id) REFERENCES public.users(id);


--
-- Name: fines fines_ledger_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fines
    ADD CONSTRAINT fines_ledger_transfer_id_fkey FOREIGN KEY (ledger_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: fines fines_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fines
    ADD CONSTRAINT fines_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: fines fines_waived_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fines
    ADD CONSTRAINT fines_waived_by_id_fkey FOREIGN KEY (waived_by_id) REFERENCES public.users(id);


--
-- Name: fines fines_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fines
    ADD CONSTRAINT fines_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: fines fines_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fines
    ADD CONSTRAINT fines_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: formatting_styles formatting_styles_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.formatting_styles
    ADD CONSTRAINT formatting_styles_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: idempotency_keys idempotency_keys_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: installments installments_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: installments installments_invoice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES public.invoices(id);


--
-- Name: installments installments_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: installments installments_paid_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_paid_by_id_fkey FOREIGN KEY (paid_by_id) REFERENCES public.users(id);


--
-- Name: installments installments_payment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id);


--
-- Name: installments installments_special_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_special_order_id_fkey FOREIGN KEY (special_order_id) REFERENCES public.special_orders(id);


--
-- Name: installments installments_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installments
    ADD CONSTRAINT installments_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: invoices invoices_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: invoices invoices_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: invoices invoices_express_class_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_express_class_id_fkey FOREIGN KEY (express_class_id) REFERENCES public.express_classes(id);


--
-- Name: invoices invoices_issued_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_issued_by_id_fkey FOREIGN KEY (issued_by_id) REFERENCES public.users(id);


--
-- Name: invoices invoices_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: invoices invoices_special_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_special_order_id_fkey FOREIGN KEY (special_order_id) REFERENCES public.special_orders(id);


--
-- Name: invoices invoices_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: ledger_entries ledger_entries_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: ledger_entries ledger_entries_wallet_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES public.wallets(id);


--
-- Name: ledger_entries ledger_entries_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: ledger_transfers ledger_transfers_created_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_transfers
    ADD CONSTRAINT ledger_transfers_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);


--
-- Name: ledger_transfers ledger_transfers_reverses_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_transfers
    ADD CONSTRAINT ledger_transfers_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES public.ledger_transfers(id);


--
-- Name: ledger_transfers ledger_transfers_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_transfers
    ADD CONSTRAINT ledger_transfers_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: loyalty_configs loyalty_configs_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_configs
    ADD CONSTRAINT loyalty_configs_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: loyalty_tiers loyalty_tiers_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_tiers
    ADD CONSTRAINT loyalty_tiers_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: loyalty_transactions loyalty_transactions_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_transactions
    ADD CONSTRAINT loyalty_transactions_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: loyalty_transactions loyalty_transactions_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_transactions
    ADD CONSTRAINT loyalty_transactions_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: loyalty_transactions loyalty_transactions_redemption_request_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_transactions
    ADD CONSTRAINT loyalty_transactions_redemption_request_id_fkey FOREIGN KEY (redemption_request_id) REFERENCES public.redemption_requests(id);


--
-- Name: loyalty_transactions loyalty_transactions_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loyalty_transactions
    ADD CONSTRAINT loyalty_transactions_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: message_flags message_flags_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_flags
    ADD CONSTRAINT message_flags_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);


--
-- Name: message_flags message_flags_reviewed_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_flags
    ADD CONSTRAINT message_flags_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users(id);


--
-- Name: message_flags message_flags_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_flags
    ADD CONSTRAINT message_flags_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: message_reactions message_reactions_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_reactions
    ADD CONSTRAINT message_reactions_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;


--
-- Name: message_reactions message_reactions_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_reactions
    ADD CONSTRAINT message_reactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: message_reactions message_reactions_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_reactions
    ADD CONSTRAINT message_reactions_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: message_receipts message_receipts_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_receipts
    ADD CONSTRAINT message_receipts_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;


--
-- Name: message_receipts message_receipts_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_receipts
    ADD CONSTRAINT message_receipts_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.threads(id) ON DELETE CASCADE;


--
-- Name: message_receipts message_receipts_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_receipts
    ADD CONSTRAINT message_receipts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: message_receipts message_receipts_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_receipts
    ADD CONSTRAINT message_receipts_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: messages messages_attachment_file_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_attachment_file_id_fkey FOREIGN KEY (attachment_file_id) REFERENCES public.files(id);


--
-- Name: messages messages_deleted_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_deleted_by_id_fkey FOREIGN KEY (deleted_by_id) REFERENCES public.users(id);


--
-- Name: messages messages_recipient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES public.users(id);


--
-- Name: messages messages_reply_to_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_reply_to_id_fkey FOREIGN KEY (reply_to_id) REFERENCES public.messages(id);


--
-- Name: messages messages_sender_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES public.users(id);


--
-- Name: messages messages_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.threads(id) ON DELETE CASCADE;


--
-- Name: messages messages_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: notification_deliveries notification_deliveries_broadcast_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_deliveries
    ADD CONSTRAINT notification_deliveries_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id);


--
-- Name: notification_deliveries notification_deliveries_notification_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_deliveries
    ADD CONSTRAINT notification_deliveries_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES public.notifications(id) ON DELETE CASCADE;


--
-- Name: notification_deliveries notification_deliveries_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_deliveries
    ADD CONSTRAINT notification_deliveries_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: notification_deliveries notification_deliveries_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_deliveries
    ADD CONSTRAINT notification_deliveries_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: notification_preferences notification_preferences_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_preferences
    ADD CONSTRAINT notification_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: notification_preferences notification_preferences_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_preferences
    ADD CONSTRAINT notification_preferences_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: notifications notifications_actor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);


--
-- Name: notifications notifications_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: notifications notifications_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: order_assignments order_assignments_assigned_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_assignments
    ADD CONSTRAINT order_assignments_assigned_by_id_fkey FOREIGN KEY (assigned_by_id) REFERENCES public.users(id);


--
-- Name: order_assignments order_assignments_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_assignments
    ADD CONSTRAINT order_assignments_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_assignments order_assignments_previous_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_assignments
    ADD CONSTRAINT order_assignments_previous_writer_id_fkey FOREIGN KEY (previous_writer_id) REFERENCES public.users(id);


--
-- Name: order_assignments order_assignments_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_assignments
    ADD CONSTRAINT order_assignments_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: order_assignments order_assignments_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_assignments
    ADD CONSTRAINT order_assignments_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: order_change_requests order_change_requests_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_change_requests
    ADD CONSTRAINT order_change_requests_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES public.users(id);


--
-- Name: order_change_requests order_change_requests_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_change_requests
    ADD CONSTRAINT order_change_requests_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_change_requests order_change_requests_requested_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_change_requests
    ADD CONSTRAINT order_change_requests_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES public.users(id);


--
-- Name: order_change_requests order_change_requests_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_change_requests
    ADD CONSTRAINT order_change_requests_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: order_files order_files_file_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_files
    ADD CONSTRAINT order_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id);


--
-- Name: order_files order_files_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_files
    ADD CONSTRAINT order_files_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_files order_files_uploaded_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_files
    ADD CONSTRAINT order_files_uploaded_by_id_fkey FOREIGN KEY (uploaded_by_id) REFERENCES public.users(id);


--
-- Name: order_files order_files_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_files
    ADD CONSTRAINT order_files_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: order_items order_items_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE CASCADE;


--
-- Name: order_items order_items_service_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_service_id_fkey FOREIGN KEY (service_id) REFERENCES public.additional_services(id);


--
-- Name: order_items order_items_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: order_pricing_snapshots order_pricing_snapshots_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_pricing_snapshots
    ADD CONSTRAINT order_pricing_snapshots_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_pricing_snapshots order_pricing_snapshots_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_pricing_snapshots
    ADD CONSTRAINT order_pricing_snapshots_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: order_requests order_requests_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_requests
    ADD CONSTRAINT order_requests_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_requests order_requests_reviewed_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_requests
    ADD CONSTRAINT order_requests_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users(id);


--
-- Name: order_requests order_requests_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_requests
    ADD CONSTRAINT order_requests_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: order_requests order_requests_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_requests
    ADD CONSTRAINT order_requests_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: order_transitions order_transitions_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_transitions order_transitions_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: order_transitions order_transitions_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: orders orders_academic_level_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_academic_level_id_fkey FOREIGN KEY (academic_level_id) REFERENCES public.academic_levels(id);


--
-- Name: orders orders_assigned_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_assigned_writer_id_fkey FOREIGN KEY (assigned_writer_id) REFERENCES public.users(id);


--
-- Name: orders orders_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: orders orders_completed_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_completed_by_id_fkey FOREIGN KEY (completed_by_id) REFERENCES public.users(id);


--
-- Name: orders orders_deleted_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_deleted_by_id_fkey FOREIGN KEY (deleted_by_id) REFERENCES public.users(id);


--
-- Name: orders orders_discount_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_discount_id_fkey FOREIGN KEY (discount_id) REFERENCES public.discounts(id);


--
-- Name: orders orders_english_type_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_english_type_id_fkey FOREIGN KEY (english_type_id) REFERENCES public.english_types(id);


--
-- Name: orders orders_formatting_style_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_formatting_style_id_fkey FOREIGN KEY (formatting_style_id) REFERENCES public.formatting_styles(id);


--
-- Name: orders orders_paper_type_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_paper_type_id_fkey FOREIGN KEY (paper_type_id) REFERENCES public.paper_types(id);


--
-- Name: orders orders_placed_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_placed_by_id_fkey FOREIGN KEY (placed_by_id) REFERENCES public.users(id);


--
-- Name: orders orders_preferred_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_preferred_writer_id_fkey FOREIGN KEY (preferred_writer_id) REFERENCES public.users(id);


--
-- Name: orders orders_previous_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_previous_order_id_fkey FOREIGN KEY (previous_order_id) REFERENCES public.orders(id);


--
-- Name: orders orders_restored_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_restored_by_id_fkey FOREIGN KEY (restored_by_id) REFERENCES public.users(id);


--
-- Name: orders orders_subject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES public.subjects(id);


--
-- Name: orders orders_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: orders orders_work_type_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_work_type_id_fkey FOREIGN KEY (work_type_id) REFERENCES public.work_types(id);


--
-- Name: orders orders_writer_level_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_writer_level_id_fkey FOREIGN KEY (writer_level_id) REFERENCES public.writer_levels(id);


--
-- Name: paper_types paper_types_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.paper_types
    ADD CONSTRAINT paper_types_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: payment_deletion_messages payment_deletion_messages_created_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_deletion_messages
    ADD CONSTRAINT payment_deletion_messages_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);


--
-- Name: payment_deletion_messages payment_deletion_messages_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_deletion_messages
    ADD CONSTRAINT payment_deletion_messages_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: payment_reminder_configs payment_reminder_configs_created_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminder_configs
    ADD CONSTRAINT payment_reminder_configs_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);


--
-- Name: payment_reminder_configs payment_reminder_configs_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminder_configs
    ADD CONSTRAINT payment_reminder_configs_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: payment_reminders_sent payment_reminders_sent_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminders_sent
    ADD CONSTRAINT payment_reminders_sent_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: payment_reminders_sent payment_reminders_sent_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminders_sent
    ADD CONSTRAINT payment_reminders_sent_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: payment_reminders_sent payment_reminders_sent_payment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminders_sent
    ADD CONSTRAINT payment_reminders_sent_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id);


--
-- Name: payment_reminders_sent payment_reminders_sent_reminder_config_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminders_sent
    ADD CONSTRAINT payment_reminders_sent_reminder_config_id_fkey FOREIGN KEY (reminder_config_id) REFERENCES public.payment_reminder_configs(id);


--
-- Name: payment_reminders_sent payment_reminders_sent_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payment_reminders_sent
    ADD CONSTRAINT payment_reminders_sent_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: payments payments_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: payments payments_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: payments payments_discount_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_discount_id_fkey FOREIGN KEY (discount_id) REFERENCES public.discounts(id);


--
-- Name: payments payments_invoice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES public.invoices(id);


--
-- Name: payments payments_ledger_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_ledger_transfer_id_fkey FOREIGN KEY (ledger_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: payments payments_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: payments payments_recipient_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES public.users(id);


--
-- Name: payments payments_special_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_special_order_id_fkey FOREIGN KEY (special_order_id) REFERENCES public.special_orders(id);


--
-- Name: payments payments_tip_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_tip_id_fkey FOREIGN KEY (tip_id) REFERENCES public.tips(id);


--
-- Name: payments payments_wallet_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES public.wallets(id);


--
-- Name: payments payments_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: payout_methods payout_methods_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_methods
    ADD CONSTRAINT payout_methods_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: payout_methods payout_methods_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_methods
    ADD CONSTRAINT payout_methods_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: payout_requests payout_requests_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_requests
    ADD CONSTRAINT payout_requests_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES public.users(id);


--
-- Name: payout_requests payout_requests_hold_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_requests
    ADD CONSTRAINT payout_requests_hold_transfer_id_fkey FOREIGN KEY (hold_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: payout_requests payout_requests_payout_method_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_requests
    ADD CONSTRAINT payout_requests_payout_method_id_fkey FOREIGN KEY (payout_method_id) REFERENCES public.payout_methods(id);


--
-- Name: payout_requests payout_requests_settle_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_requests
    ADD CONSTRAINT payout_requests_settle_transfer_id_fkey FOREIGN KEY (settle_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: payout_requests payout_requests_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_requests
    ADD CONSTRAINT payout_requests_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: payout_requests payout_requests_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payout_requests
    ADD CONSTRAINT payout_requests_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: preferred_writer_responses preferred_writer_responses_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.preferred_writer_responses
    ADD CONSTRAINT preferred_writer_responses_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: preferred_writer_responses preferred_writer_responses_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.preferred_writer_responses
    ADD CONSTRAINT preferred_writer_responses_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: preferred_writer_responses preferred_writer_responses_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.preferred_writer_responses
    ADD CONSTRAINT preferred_writer_responses_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: promotional_campaigns promotional_campaigns_created_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.promotional_campaigns
    ADD CONSTRAINT promotional_campaigns_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);


--
-- Name: promotional_campaigns promotional_campaigns_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.promotional_campaigns
    ADD CONSTRAINT promotional_campaigns_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: redemption_items redemption_items_min_tier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_items
    ADD CONSTRAINT redemption_items_min_tier_id_fkey FOREIGN KEY (min_tier_id) REFERENCES public.loyalty_tiers(id);


--
-- Name: redemption_items redemption_items_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_items
    ADD CONSTRAINT redemption_items_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: redemption_requests redemption_requests_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_requests
    ADD CONSTRAINT redemption_requests_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: redemption_requests redemption_requests_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_requests
    ADD CONSTRAINT redemption_requests_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES public.users(id);


--
-- Name: redemption_requests redemption_requests_fulfilled_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_requests
    ADD CONSTRAINT redemption_requests_fulfilled_by_id_fkey FOREIGN KEY (fulfilled_by_id) REFERENCES public.users(id);


--
-- Name: redemption_requests redemption_requests_item_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_requests
    ADD CONSTRAINT redemption_requests_item_id_fkey FOREIGN KEY (item_id) REFERENCES public.redemption_items(id);


--
-- Name: redemption_requests redemption_requests_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.redemption_requests
    ADD CONSTRAINT redemption_requests_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: referral_codes referral_codes_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referral_codes
    ADD CONSTRAINT referral_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: referral_codes referral_codes_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referral_codes
    ADD CONSTRAINT referral_codes_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: referrals referrals_ledger_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_ledger_transfer_id_fkey FOREIGN KEY (ledger_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: referrals referrals_referee_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_referee_id_fkey FOREIGN KEY (referee_id) REFERENCES public.users(id);


--
-- Name: referrals referrals_referrer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_referrer_id_fkey FOREIGN KEY (referrer_id) REFERENCES public.users(id);


--
-- Name: referrals referrals_voided_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_voided_by_id_fkey FOREIGN KEY (voided_by_id) REFERENCES public.users(id);


--
-- Name: referrals referrals_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: refunds refunds_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: refunds refunds_ledger_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_ledger_transfer_id_fkey FOREIGN KEY (ledger_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: refunds refunds_payment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id);


--
-- Name: refunds refunds_processed_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_processed_by_id_fkey FOREIGN KEY (processed_by_id) REFERENCES public.users(id);


--
-- Name: refunds refunds_requested_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES public.users(id);


--
-- Name: refunds refunds_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: reviews reviews_moderated_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_moderated_by_id_fkey FOREIGN KEY (moderated_by_id) REFERENCES public.users(id);


--
-- Name: reviews reviews_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: reviews reviews_reviewed_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_reviewed_user_id_fkey FOREIGN KEY (reviewed_user_id) REFERENCES public.users(id);


--
-- Name: reviews reviews_reviewer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES public.users(id);


--
-- Name: reviews reviews_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: screened_words screened_words_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.screened_words
    ADD CONSTRAINT screened_words_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: sessions sessions_impersonated_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_impersonated_by_id_fkey FOREIGN KEY (impersonated_by_id) REFERENCES public.users(id);


--
-- Name: sessions sessions_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.sessions(id);


--
-- Name: sessions sessions_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: special_order_prices special_order_prices_special_order_type_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_order_prices
    ADD CONSTRAINT special_order_prices_special_order_type_id_fkey FOREIGN KEY (special_order_type_id) REFERENCES public.special_order_types(id) ON DELETE CASCADE;


--
-- Name: special_order_prices special_order_prices_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_order_prices
    ADD CONSTRAINT special_order_prices_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: special_order_types special_order_types_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_order_types
    ADD CONSTRAINT special_order_types_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: special_orders special_orders_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_orders
    ADD CONSTRAINT special_orders_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: special_orders special_orders_special_order_type_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_orders
    ADD CONSTRAINT special_orders_special_order_type_id_fkey FOREIGN KEY (special_order_type_id) REFERENCES public.special_order_types(id);


--
-- Name: special_orders special_orders_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_orders
    ADD CONSTRAINT special_orders_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: special_orders special_orders_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.special_orders
    ADD CONSTRAINT special_orders_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: staff_profiles staff_profiles_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_profiles
    ADD CONSTRAINT staff_profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: staff_profiles staff_profiles_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_profiles
    ADD CONSTRAINT staff_profiles_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: subjects subjects_instructor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT subjects_instructor_id_fkey FOREIGN KEY (instructor_id) REFERENCES public.users(id);


--
-- Name: subjects subjects_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT subjects_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: thread_participants thread_participants_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_participants
    ADD CONSTRAINT thread_participants_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.threads(id) ON DELETE CASCADE;


--
-- Name: thread_participants thread_participants_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_participants
    ADD CONSTRAINT thread_participants_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: thread_participants thread_participants_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_participants
    ADD CONSTRAINT thread_participants_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: threads threads_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT threads_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: threads threads_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT threads_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: threads threads_special_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT threads_special_order_id_fkey FOREIGN KEY (special_order_id) REFERENCES public.special_orders(id);


--
-- Name: threads threads_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT threads_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: tickets tickets_assigned_to_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_assigned_to_id_fkey FOREIGN KEY (assigned_to_id) REFERENCES public.users(id);


--
-- Name: tickets tickets_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: tickets tickets_created_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);


--
-- Name: tickets tickets_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: tickets tickets_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: tips tips_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: tips tips_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.users(id);


--
-- Name: tips tips_ledger_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_ledger_transfer_id_fkey FOREIGN KEY (ledger_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: tips tips_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: tips tips_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: tips tips_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: tips tips_writer_level_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tips
    ADD CONSTRAINT tips_writer_level_id_fkey FOREIGN KEY (writer_level_id) REFERENCES public.writer_levels(id);


--
-- Name: user_action_requests user_action_requests_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_action_requests
    ADD CONSTRAINT user_action_requests_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES public.users(id);


--
-- Name: user_action_requests user_action_requests_requested_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_action_requests
    ADD CONSTRAINT user_action_requests_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES public.users(id);


--
-- Name: user_action_requests user_action_requests_target_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_action_requests
    ADD CONSTRAINT user_action_requests_target_user_id_fkey FOREIGN KEY (target_user_id) REFERENCES public.users(id);


--
-- Name: user_action_requests user_action_requests_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_action_requests
    ADD CONSTRAINT user_action_requests_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: user_badges user_badges_badge_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_badges
    ADD CONSTRAINT user_badges_badge_id_fkey FOREIGN KEY (badge_id) REFERENCES public.badges(id);


--
-- Name: user_badges user_badges_revoked_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_badges
    ADD CONSTRAINT user_badges_revoked_by_id_fkey FOREIGN KEY (revoked_by_id) REFERENCES public.users(id);


--
-- Name: user_badges user_badges_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_badges
    ADD CONSTRAINT user_badges_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: user_badges user_badges_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_badges
    ADD CONSTRAINT user_badges_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: user_presence user_presence_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_presence
    ADD CONSTRAINT user_presence_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: users users_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: wallets wallets_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wallets
    ADD CONSTRAINT wallets_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: wallets wallets_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wallets
    ADD CONSTRAINT wallets_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: work_types work_types_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work_types
    ADD CONSTRAINT work_types_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_bonuses writer_bonuses_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_bonuses
    ADD CONSTRAINT writer_bonuses_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: writer_bonuses writer_bonuses_granted_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_bonuses
    ADD CONSTRAINT writer_bonuses_granted_by_id_fkey FOREIGN KEY (granted_by_id) REFERENCES public.users(id);


--
-- Name: writer_bonuses writer_bonuses_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_bonuses
    ADD CONSTRAINT writer_bonuses_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: writer_bonuses writer_bonuses_special_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_bonuses
    ADD CONSTRAINT writer_bonuses_special_order_id_fkey FOREIGN KEY (special_order_id) REFERENCES public.special_orders(id);


--
-- Name: writer_bonuses writer_bonuses_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_bonuses
    ADD CONSTRAINT writer_bonuses_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_bonuses writer_bonuses_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_bonuses
    ADD CONSTRAINT writer_bonuses_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: writer_configs writer_configs_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_configs
    ADD CONSTRAINT writer_configs_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_levels writer_levels_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_levels
    ADD CONSTRAINT writer_levels_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_order_priorities writer_order_priorities_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_order_priorities
    ADD CONSTRAINT writer_order_priorities_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: writer_order_priorities writer_order_priorities_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_order_priorities
    ADD CONSTRAINT writer_order_priorities_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_order_priorities writer_order_priorities_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_order_priorities
    ADD CONSTRAINT writer_order_priorities_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: writer_payments writer_payments_class_bundle_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_payments
    ADD CONSTRAINT writer_payments_class_bundle_id_fkey FOREIGN KEY (class_bundle_id) REFERENCES public.class_bundles(id);


--
-- Name: writer_payments writer_payments_ledger_transfer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_payments
    ADD CONSTRAINT writer_payments_ledger_transfer_id_fkey FOREIGN KEY (ledger_transfer_id) REFERENCES public.ledger_transfers(id);


--
-- Name: writer_payments writer_payments_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_payments
    ADD CONSTRAINT writer_payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: writer_payments writer_payments_special_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_payments
    ADD CONSTRAINT writer_payments_special_order_id_fkey FOREIGN KEY (special_order_id) REFERENCES public.special_orders(id);


--
-- Name: writer_payments writer_payments_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_payments
    ADD CONSTRAINT writer_payments_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_payments writer_payments_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_payments
    ADD CONSTRAINT writer_payments_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: writer_performance_snapshots writer_performance_snapshots_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_performance_snapshots
    ADD CONSTRAINT writer_performance_snapshots_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_performance_snapshots writer_performance_snapshots_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_performance_snapshots
    ADD CONSTRAINT writer_performance_snapshots_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- Name: writer_profiles writer_profiles_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_profiles
    ADD CONSTRAINT writer_profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: writer_profiles writer_profiles_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_profiles
    ADD CONSTRAINT writer_profiles_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_profiles writer_profiles_writer_level_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_profiles
    ADD CONSTRAINT writer_profiles_writer_level_id_fkey FOREIGN KEY (writer_level_id) REFERENCES public.writer_levels(id);


--
-- Name: writer_subject_preferences writer_subject_preferences_subject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_subject_preferences
    ADD CONSTRAINT writer_subject_preferences_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES public.subjects(id);


--
-- Name: writer_subject_preferences writer_subject_preferences_website_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_subject_preferences
    ADD CONSTRAINT writer_subject_preferences_website_id_fkey FOREIGN KEY (website_id) REFERENCES public.websites(id);


--
-- Name: writer_subject_preferences writer_subject_preferences_writer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.writer_subject_preferences
    ADD CONSTRAINT writer_subject_preferences_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.users(id);


--
-- PostgreSQL database dump complete
--


