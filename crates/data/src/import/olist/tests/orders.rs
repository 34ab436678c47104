use super::fixture::{IDS, Set, time};
use crate::{import::olist::map, rows::orders::Order};

fn orders(set: Set) -> Vec<Order> {
    map::orders(&set.market(), IDS).collect()
}

/// The only order, with this status and these times of approval, carrier and delivery.
fn one(status: &str, approved: &str, shipped: &str, delivered: &str) -> Order {
    let line =
        format!("o1,c1,{status},2018-01-01 10:00:00,{approved},{shipped},{delivered},2018-01-20 00:00:00");
    orders(Set::new().with("orders", &line)).remove(0)
}

const APPROVED: &str = "2018-01-02 00:00:00";
const SHIPPED: &str = "2018-01-03 00:00:00";
const DELIVERED: &str = "2018-01-06 00:00:00";

#[test]
fn a_delivered_order_with_all_its_times() {
    let order = one("delivered", APPROVED, SHIPPED, DELIVERED);

    assert_eq!((order.id, order.website_id, order.client_id), (3_000, 11, Some(100)));
    assert_eq!(order.assigned_writer_id, Some(102));
    assert_eq!(order.status, "completed");
    assert_eq!(order.created_at, time("2018-01-01 10:00:00"));
    assert_eq!((order.is_paid, order.paid_at), (true, Some(time(APPROVED))));
    assert_eq!(order.assigned_at, Some(time(APPROVED)));
    assert_eq!(order.submitted_at, Some(time(SHIPPED)));
    assert_eq!(order.completed_at, Some(time(DELIVERED)));
    assert_eq!(order.client_deadline_at, Some(time("2018-01-20 00:00:00")));
    // The deadline is no event.
    assert_eq!(order.updated_at, time(DELIVERED));
    assert_eq!(order.cancelled_at, None);
}

#[test]
fn statuses_are_translated() {
    let status = |word: &str| one(word, APPROVED, "", "").status.into_owned();
    let words =
        ["delivered", "shipped", "invoiced", "processing", "approved", "created", "canceled", "unavailable"];
    let ours = [
        "completed",
        "submitted",
        "in_progress",
        "in_progress",
        "available",
        "unpaid",
        "cancelled",
        "on_hold",
    ];
    assert_eq!(words.map(status), ours);
}

#[test]
fn work_without_a_writer_is_on_hold() {
    let status = |word: &str| {
        let line = format!("o1,c1,{word},2018-01-01 10:00:00,{APPROVED},,,");
        let order = orders(Set::new().with("orders", &line).with("order_items", "")).remove(0);
        assert_eq!((order.assigned_writer_id, order.assigned_at, order.submitted_at), (None, None, None));
        order.status.into_owned()
    };
    let words = ["delivered", "shipped", "invoiced", "processing", "approved", "canceled"];
    assert_eq!(words.map(status), ["completed", "on_hold", "on_hold", "on_hold", "available", "cancelled"]);
}

#[test]
fn a_missing_time_is_taken_from_the_step_before() {
    let completed = |approved, shipped| one("delivered", approved, shipped, "").completed_at;
    assert_eq!(completed(APPROVED, SHIPPED), Some(time(SHIPPED)));
    assert_eq!(completed(APPROVED, ""), Some(time(APPROVED)));
    assert_eq!(completed("", ""), Some(time("2018-01-01 10:00:00")));
    assert_eq!(one("delivered", APPROVED, "", DELIVERED).submitted_at, None);

    let submitted = |approved| one("shipped", approved, "", "").submitted_at;
    assert_eq!(submitted(APPROVED), Some(time(APPROVED)));
    assert_eq!(submitted(""), Some(time("2018-01-01 10:00:00")));
    assert_eq!(one("shipped", APPROVED, SHIPPED, "").submitted_at, Some(time(SHIPPED)));
}

#[test]
fn only_an_approved_order_is_paid_and_assigned() {
    let order = one("created", "", "", "");
    assert_eq!((order.is_paid, order.paid_at, order.assigned_at), (false, None, None));
    assert_eq!(order.updated_at, time("2018-01-01 10:00:00"));
}

#[test]
fn a_canceled_order_ended_at_its_approval_or_purchase() {
    assert_eq!(one("canceled", APPROVED, "", "").cancelled_at, Some(time(APPROVED)));
    assert_eq!(one("canceled", "", "", "").cancelled_at, Some(time("2018-01-01 10:00:00")));
    // Times that the file has stay, also where the status does not ask for them.
    let late = one("canceled", APPROVED, SHIPPED, DELIVERED);
    assert_eq!((late.submitted_at, late.completed_at), (Some(time(SHIPPED)), Some(time(DELIVERED))));
}

#[test]
fn an_order_belongs_to_the_state_of_its_own_customer() {
    // Ana's home is RJ, where she ordered first; this order is from SP.
    let set =
        Set::new().and("customers", "c2,ana,x,RJ").and("orders", "o0,c2,created,2017-01-01 00:00:00,,,,");
    let orders = orders(set);
    let seen: Vec<_> = orders.iter().map(|order| (order.website_id, order.client_id)).collect();
    assert_eq!(seen, [(10, Some(100)), (11, Some(100))]);
}

#[test]
fn items_add_up_and_the_first_one_decides() {
    let set = Set::new().and("sellers", "s2,SP").and("products", "p2,livros,books").with(
        "order_items",
        "o1,3,p1,s1,2018-01-03 00:00:00,100.00,1.01\n\
             o1,2,p2,s2,2018-01-03 00:00:00,20.00,2.02\n\
             o1,4,p1,s2,2018-01-03 00:00:00,3.00,0.00",
    );
    let market = set.market();
    let order = map::orders(&market, IDS).next().unwrap();

    assert_eq!(order.assigned_writer_id, Some(103));
    assert_eq!((&*order.topic, order.number_of_pages), ("books", 3));
    assert_eq!(order.total_price_cents, 12_603);
    assert_eq!(order.writer_compensation_cents, 2_300);
    let paper = map::paper_types(&market, IDS).find(|paper| Some(paper.id) == order.paper_type_id).unwrap();
    let work = map::work_types(&market, IDS).find(|work| Some(work.id) == order.work_type_id).unwrap();
    assert_eq!((&*paper.name, paper.website_id), ("books", order.website_id));
    assert_eq!((&*work.name, work.website_id), ("books", order.website_id));
}

#[test]
fn an_order_without_items_or_category_is_unknown() {
    let set = Set::new().and("orders", "o2,c9,created,2018-02-01 00:00:00,,,,").with("products", "p1,,");
    let market = set.market();
    let orders: Vec<_> = map::orders(&market, IDS).collect();

    assert!(orders.iter().all(|order| order.topic == "unknown"));
    let empty = &orders[1];
    assert_eq!((empty.total_price_cents, empty.writer_compensation_cents, empty.number_of_pages), (0, 0, 0));
    // One type per website that needs it.
    let papers: Vec<_> = map::paper_types(&market, IDS).map(|paper| (paper.website_id, paper.name)).collect();
    assert_eq!(papers, [(10, "unknown".into()), (11, "unknown".into())]);
    assert_eq!(empty.paper_type_id, Some(1_000));
    assert_eq!(empty.work_type_id, Some(2_000));
}

#[test]
fn orders_are_numbered_by_purchase() {
    let set = Set::new().and("orders", "o0,c9,created,2017-01-01 00:00:00,,,,");
    let orders = orders(set);
    assert!(orders[0].created_at < orders[1].created_at && orders[0].id < orders[1].id);
    // The item of the file's first order did not move to the other.
    assert_eq!((orders[0].number_of_pages, orders[1].number_of_pages), (0, 1));
}
