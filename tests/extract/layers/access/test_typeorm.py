"""TypeORM: which tables a function reads and writes."""

import pytest

from tests.extract.layers.access.vocabulary import touched

ENTITIES = """
import { BaseEntity, Column, Entity, EntitySchema, ManyToOne, OneToMany, PrimaryGeneratedColumn } from "typeorm";

@Entity("users")
export class User extends BaseEntity {
  @PrimaryGeneratedColumn() id: number;
  @OneToMany(() => Post, (post) => post.author) posts: Post[];
}

@Entity()
export class Post {
  @PrimaryGeneratedColumn() id: number;
  @ManyToOne(() => User, (user) => user.posts) author: User;
  @ManyToOne(() => Tag, (tag) => tag.posts) tag: Tag;
}

@Entity()
export class Tag {
  @PrimaryGeneratedColumn() id: number;
  @OneToMany(() => Post, (post) => post.tag) posts: Post[];
}

export class Other { static find() { return [] } }
"""

SOURCE = """
import { DataSource } from "typeorm";
export const source = new DataSource({ type: "postgres", entities: [] });
"""

HEAD = """
import { DataSource, EntityManager, Repository, getRepository } from "typeorm";
import { InjectRepository } from "@nestjs/typeorm";
import { Other, Post, Tag, User } from "./entities";
import { source } from "./source";
const posts = source.getRepository(Post);
"""


def says(code: str, expected: str) -> None:
    assert touched({"entities.ts": ENTITIES, "source.ts": SOURCE, "a.ts": HEAD + code}, "a.ts#f") == expected


@pytest.mark.parametrize(
    "code",
    [
        "",
        "return [1].find((one) => one === 1)",
        "return Other.find()",
        "return new User()",
        "return posts.create({})",
        "const seen = new Set(); seen.delete(User)",
        "return posts.createQueryBuilder('post')",
        "const cache = new Map(); cache.clear(); cache.delete('post')",
        "return source.initialize()",
    ],
)
def test_nothing_is_touched(code: str) -> None:
    says(f"export function f() {{ {code} }}", "")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("posts.find()", "reads post"),
        ("getRepository(User).findOneBy({ id: 1 })", "reads users"),
        ("source.getRepository('Tag').count()", "reads tag"),
        ("posts.save(posts.create({}))", "writes post"),
        ("posts.softDelete(1)", "writes post"),
        ("posts.find({ relations: ['author', 'tag.posts'] })", "reads post, tag, users"),
        ("posts.find({ relations: { author: true, tag: false } })", "reads post, users"),
        ("posts.find({ where: { tag: { id: 1 } } })", "reads post, tag"),
        ("posts.findBy({ author: { id: 1 } })", "reads post, users"),
        (
            "posts.findOne({ where: [{ id: 1 }, { tag: { id: 1 } }], order: { author: { id: 'ASC' } } })",
            "reads post, tag, users",
        ),
        ("source.manager.find(User, { relations: ['posts'] })", "reads post, users"),
        ("source.manager.update(Tag, 1, {})", "writes tag"),
        ("source.manager.save(new Post())", "writes post"),
        ("source.manager.save([new Post(), new Post()])", "writes post"),
        (
            "source.transaction(async (manager) => { await manager.save(new Tag()); await manager.delete('Post', 1) })",
            "writes post, tag",
        ),
        ("source.transaction('SERIALIZABLE', async (em) => em.getRepository(Post).insert({}))", "writes post"),
        ("source.query('select * from users')", "reads users"),
        ("User.find()", "reads users"),
        ("new User().save()", "writes users"),
        (
            "posts.createQueryBuilder('p').leftJoinAndSelect('p.author', 'a').where('p.id = 1').getMany()",
            "reads post, users",
        ),
        ("posts.createQueryBuilder('p').innerJoin(Tag, 't', 't.id = p.tagId').getCount()", "reads post, tag"),
        ("posts.createQueryBuilder().update().set({}).where('id = 1').execute()", "writes post"),
        ("source.createQueryBuilder().insert().into(Tag).values({}).execute()", "writes tag"),
        ("source.createQueryBuilder().delete().from(User).execute()", "writes users"),
        ("source.createQueryBuilder().update(Tag).set({}).execute()", "writes tag"),
        ("source.createQueryBuilder().select('u').from(User, 'u').getOne()", "reads users"),
        ("source.createQueryBuilder(User, 'u').getOne()", "reads users"),
        ("User.createQueryBuilder('u').getMany()", "reads users"),
    ],
)
def test_calls(code: str, expected: str) -> None:
    says(f"export async function f() {{ return await {code} }}", expected)


def test_a_query_in_pieces() -> None:
    code = """
    export function f(all: boolean) {
      const query = posts.createQueryBuilder("p");
      if (all) query.leftJoin("p.tag", "t");
      return query.getMany();
    }
    """
    says(code, "reads post, tag")


def test_repositories_that_are_injected() -> None:
    code = """
    class Users {
      constructor(@InjectRepository(User) private users: Repository<User>, @InjectRepository(Tag) private tags) {}
      all() { return this.users.find() }
      clear() { return this.tags.clear() }
      some() { return this.users.createQueryBuilder("u").leftJoin("u.posts", "p").where("1 = 1").getMany() }
    }
    export const f = (users: Users) => { users.all(); users.some(); users.clear() };
    """
    says(code, "reads post, users; writes tag")


def test_repositories_of_ones_own() -> None:
    code = """
    class Posts extends Repository<Post> { recent() { return this.find() } }
    export const f = (posts: Posts, manager: EntityManager) => { posts.recent(); manager.remove(Tag, []) };
    """
    says(code, "reads post; writes tag")


def test_a_manager_of_a_query_runner() -> None:
    code = """
    export const f = async () => {
      const runner = source.createQueryRunner();
      await runner.manager.save(new Tag());
      await runner.query("delete from users");
    };
    """
    says(code, "writes tag, users")


def test_a_source_that_is_made_on_demand() -> None:
    code = """
    let made: DataSource;
    const open = (): DataSource => { if (made === undefined) { made = new DataSource({}) } return made };
    export const f = () => open().getRepository(Tag).find();
    """
    says(code, "reads tag")
