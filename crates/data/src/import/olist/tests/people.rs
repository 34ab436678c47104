use super::fixture::{IDS, Set, as_of, time};
use crate::{
    import::olist::map,
    rows::{Tenths, people::User},
};

/// `o2`: delivered, approved on purchase.
fn order(key: &str, customer: &str, purchased: &str) -> String {
    format!("{key},{customer},delivered,{purchased},{purchased},,,")
}

#[test]
fn a_website_per_state_of_a_customer_by_code() {
    let market = Set::new().and("customers", "c2,eva,x,AM").market();
    let websites: Vec<_> = map::websites(&market, IDS).collect();

    let seen: Vec<_> =
        websites.iter().map(|site| (site.id, &*site.name, &*site.slug, &*site.domain)).collect();
    assert_eq!(
        seen,
        [
            (10, "AM", "AM", "am.olist.example"),
            (11, "RJ", "RJ", "rj.olist.example"),
            (12, "SP", "SP", "sp.olist.example"),
        ]
    );
    assert!(
        websites.iter().all(|site| site.currency == "BRL" && site.created_at == time("2018-01-01 10:00:00"))
    );
}

#[test]
fn a_client_per_person_at_home_where_the_first_order_was() {
    // Ana is three customers; her first order by time is the one from RJ, though it comes last in the file.
    let market = Set::new()
        .and("customers", "c2,ana,x,RJ")
        .and("customers", "c3,ana,x,SP")
        .and("orders", &order("o3", "c3", "2018-03-01 00:00:00"))
        .and("orders", &order("o2", "c2", "2017-12-31 23:59:59"))
        .market();
    let clients: Vec<User> = map::client_users(&market, IDS).collect();

    let seen: Vec<_> = clients.iter().map(|user| (user.id, &*user.username, user.website_id)).collect();
    assert_eq!(seen, [(100, "ana", Some(10)), (101, "rui", Some(10))]);
    assert_eq!(clients[0].email, "ana@clients.olist.example");
    assert_eq!(clients[0].joined_at, time("2017-12-31 23:59:59"));
    assert_eq!((&*clients[0].role, &*clients[0].password_hash, clients[0].is_active), ("client", "!", true));
}

#[test]
fn of_two_first_orders_the_smaller_key_counts() {
    let market = Set::new()
        .and("customers", "c2,ana,x,RJ")
        .and("orders", &order("o0", "c2", "2018-01-01 10:00:00"))
        .market();
    assert_eq!(map::client_users(&market, IDS).next().unwrap().website_id, Some(10));
}

#[test]
fn a_client_profile_carries_what_was_paid() {
    // Shipped orders are paid but bring no points; canceled and unapproved ones are not paid.
    let market = Set::new()
        .and("orders", "o2,c1,shipped,2018-02-01 00:00:00,2018-02-01 00:00:00,,,")
        .and("orders", "o3,c1,canceled,2018-02-01 00:00:00,2018-02-01 00:00:00,,,")
        .and("orders", "o4,c1,delivered,2018-02-01 00:00:00,,,,")
        .with("order_payments", "o1,1,boleto,1,99.50\no1,2,voucher,1,0.49\no2,1,boleto,1,7.00\no3,1,boleto,1,5.00\no4,1,boleto,1,200.01")
        .market();
    let profiles: Vec<_> = map::client_profiles(&market, IDS).collect();

    let ana = profiles.iter().find(|profile| profile.total_spent_cents > 0).unwrap();
    assert_eq!(ana.total_spent_cents, 9_950 + 49 + 700);
    assert_eq!(ana.loyalty_points, 300);
    assert_eq!(ana.registration_id, format!("CLNT{:06}", ana.user_id));
    // Silver of SP, the second website.
    assert_eq!(ana.loyalty_tier_id, Some(5_000 + 3 + 1));
    let rui = profiles.iter().find(|profile| profile.user_id != ana.user_id).unwrap();
    assert_eq!((rui.total_spent_cents, rui.loyalty_points, rui.loyalty_tier_id), (0, 0, None));
}

#[test]
fn points_are_floored_and_booked_at_the_last_delivered_order() {
    let market = Set::new()
        .and("orders", &order("o2", "c1", "2018-03-01 00:00:00"))
        .and("orders", "o3,c1,shipped,2018-04-01 00:00:00,2018-04-01 00:00:00,,,")
        .and("orders", &order("o4", "c9", "2018-05-01 00:00:00"))
        .with("order_payments", "o1,1,boleto,1,60.60\no2,1,boleto,1,40.39\no4,1,boleto,1,0.99")
        .market();
    let bookings: Vec<_> = map::loyalty_transactions(&market, IDS).collect();

    // Rui's 99 cents are no point, so he has no booking.
    let [booking] = bookings.as_slice() else { panic!("{bookings:?}") };
    assert_eq!((booking.points, &*booking.transaction_type, booking.website_id), (100, "add", 11));
    assert_eq!(booking.created_at, time("2018-03-01 00:00:00"));
    assert_eq!(map::client_profiles(&market, IDS).next().unwrap().loyalty_tier_id, Some(5_003));
}

#[test]
fn three_tiers_per_website() {
    let market = Set::new().market();
    let tiers: Vec<_> = map::loyalty_tiers(&market, IDS).collect();
    let seen: Vec<_> =
        tiers.iter().map(|tier| (tier.id, tier.website_id, &*tier.name, tier.threshold)).collect();
    assert_eq!(
        seen[..3],
        [(5_000, 10, "Bronze", 100), (5_001, 10, "Silver", 300), (5_002, 10, "Gold", 1_000)]
    );
    assert_eq!(seen[3], (5_003, 11, "Bronze", 100));
    assert_eq!(seen.len(), 6);
}

#[test]
fn a_writer_per_seller_who_joined_with_his_first_item() {
    let market = Set::new()
        .and("sellers", "s2,SP")
        .and("order_items", "o1,2,p1,s1,2017-11-01 00:00:00,1.00,0.00")
        .market();
    let writers: Vec<User> = map::writer_users(&market, IDS).collect();

    let seen: Vec<_> =
        writers.iter().map(|user| (user.id, &*user.username, user.website_id, user.joined_at)).collect();
    assert_eq!(
        seen,
        [
            (102, "s1", Some(10), time("2017-11-01 00:00:00")),
            (103, "s2", Some(11), time("2018-01-01 10:00:00")),
        ]
    );
    assert_eq!(writers[0].email, "s1@writers.olist.example");
    assert_eq!((&*writers[0].role, &*writers[0].password_hash), ("writer", "!"));
    let profile = map::writer_profiles(&market, IDS).next().unwrap();
    assert_eq!((profile.user_id, &*profile.registration_id, profile.website_id), (102, "WRTR000102", 10));
}

#[test]
fn a_writer_is_rated_by_approved_reviews_only() {
    let market = Set::new()
        .and("orders", &order("o2", "c1", "2018-03-01 00:00:00"))
        .and("order_items", "o2,1,p1,s1,2018-03-02 00:00:00,1.00,0.00")
        .with("order_reviews", "r1,o1,4,,,,2018-02-01 00:00:00,full\nr2,o2,1,,,,,full")
        .market();
    let writer = map::writer_users(&market, IDS).next().unwrap();
    assert_eq!((writer.rating_sum, writer.rating_count), (Tenths(40), 1));
}

#[test]
fn without_orders_the_as_of_time_counts() {
    let market = Set::new().with("orders", "").with("order_items", "").with("order_payments", "").market();
    assert_eq!(map::client_users(&market, IDS).next().unwrap().joined_at, as_of());
    assert_eq!(map::writer_users(&market, IDS).next().unwrap().joined_at, as_of());
}
